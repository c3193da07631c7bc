import { Button } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../stores/commands.ts';
import { notifyError } from '../../ui/notify.ts';
import { Failed, Placeholder } from '../../ui/Placeholder.tsx';

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
        <Button text={t('workbook:backups.command')} onClick={run('workbook.backups')} />
      </div>
    </Placeholder>
  );
}

/** The workbook cannot be read: why, and the ways out. */
export function WorkbookRefused({ error }: { error: unknown }) {
  const { t } = useTranslation(['frame', 'workbook']);
  return (
    <Failed error={error} title={t('start.failed')}>
      <div className="placeholder-actions">
        <Button
          intent="primary"
          text={t('workbook:backups.command')}
          onClick={run('workbook.backups')}
        />
        <Button text={t('workbook:startOpen')} onClick={run('workbook.open')} />
      </div>
    </Failed>
  );
}
