import { Button, Menu, MenuDivider, MenuItem, PopoverNext } from '@blueprintjs/core';
import { CaretDown } from '@blueprintjs/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentWorkbook } from '../../../shared/contract/workbook-operations.ts';
import { runCommand } from '../../stores/commands.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { notifyError } from '../../ui/notify.ts';
import { openWorkbook } from './workbook-commands.ts';

const run = (id: string) => () => {
  runCommand(id).catch(notifyError);
};

/** New, open, recent, copy, export; its button is the name of the open workbook. */
export function WorkbookMenu() {
  const { t } = useTranslation('workbook');
  const fileName = useWorkbook((state) => state.info?.fileName);
  const author = useWorkbook((state) => state.info?.author);
  const ready = useWorkbook((state) => state.status === 'ready');
  const [recent, setRecent] = useState<readonly RecentWorkbook[]>([]);

  function readFiles() {
    callHost('workbook.recent', {}).then(setRecent).catch(notifyError);
  }

  return (
    <PopoverNext
      placement="bottom-start"
      onOpening={readFiles}
      content={
        <Menu>
          <MenuItem text={t('new')} onClick={run('workbook.new')} />
          <MenuItem text={t('open')} onClick={run('workbook.open')} />
          <MenuItem text={t('recent')}>
            {recent.length === 0 && <MenuItem disabled text={t('noRecent')} />}
            {recent.map((workbook) => (
              <MenuItem
                key={workbook.token}
                text={workbook.fileName}
                label={workbook.exists ? workbook.place : t('gone')}
                disabled={!workbook.exists}
                onClick={() => {
                  openWorkbook(workbook.token).catch(notifyError);
                }}
              />
            ))}
          </MenuItem>
          <MenuItem text={t('backups.command')} onClick={run('workbook.backups')} />
          <MenuDivider />
          <MenuItem text={t('import')} onClick={run('workbook.import')} />
          <MenuItem text={t('saveCopy')} disabled={!ready} onClick={run('workbook.saveCopy')} />
          <MenuItem text={t('exportMenu')} disabled={!ready}>
            <MenuItem text={t('exportXlsx')} onClick={run('workbook.export')} />
            <MenuItem text={t('exportCsv')} onClick={run('workbook.exportCsv')} />
            <MenuItem text={t('exportJson')} onClick={run('workbook.exportJson')} />
          </MenuItem>
          <MenuDivider />
          <MenuItem
            text={t('author.command')}
            label={author ?? ''}
            disabled={!ready}
            onClick={run('workbook.author')}
          />
        </Menu>
      }
    >
      <Button
        className="command-bar-workbook"
        variant="minimal"
        aria-label={t('menu')}
        title={fileName}
        endIcon={<CaretDown size={14} />}
        text={fileName?.replace(/\.hengmo$/u, '') ?? t('menu')}
      />
    </PopoverNext>
  );
}
