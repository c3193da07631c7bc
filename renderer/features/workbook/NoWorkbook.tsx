import { Button } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../stores/commands.ts';
import { notifyError } from '../../ui/notify.ts';
import { Placeholder } from '../../ui/Placeholder.tsx';

const run = (id: string) => () => {
  runCommand(id).catch(notifyError);
};

/** What to do when no workbook is open. */
export function NoWorkbook() {
  const { t } = useTranslation(['frame', 'workbook']);
  return (
    <Placeholder title={t('start.noWorkbook')}>
      <p>{t('start.noWorkbookHint')}</p>
      <div className="placeholder-actions">
        <Button intent="primary" text={t('workbook:startNew')} onClick={run('workbook.new')} />
        <Button text={t('workbook:startOpen')} onClick={run('workbook.open')} />
        <Button text={t('workbook:import')} onClick={run('workbook.import')} />
      </div>
    </Placeholder>
  );
}
