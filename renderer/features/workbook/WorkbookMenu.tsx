import { Button, Menu, MenuDivider, MenuItem, PopoverNext } from '@blueprintjs/core';
import { CaretDown } from '@blueprintjs/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, RecentWorkbook } from '../../../shared/contract/workbook-operations.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import type { Language } from '../../../shared/model/language.ts';
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
  const ready = useWorkbook((state) => state.status === 'ready');
  const language = useLanguage();
  const [recent, setRecent] = useState<readonly RecentWorkbook[]>([]);
  const [backups, setBackups] = useState<readonly Backup[]>([]);

  function readFiles() {
    callHost('workbook.recent', {}).then(setRecent).catch(notifyError);
    if (ready) callHost('workbook.backups', {}).then(setBackups).catch(notifyError);
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
          <MenuItem text={t('backups')} disabled={!ready}>
            {backups.length === 0 && <MenuItem disabled text={t('noBackups')} />}
            {backups.map((backup) => (
              <MenuItem
                key={backup.token}
                text={t('backup', {
                  time: inWords(backup.madeAt, language),
                  size: formatBytes(backup.bytes),
                })}
                onClick={() => {
                  openWorkbook(backup.token).catch(notifyError);
                }}
              />
            ))}
          </MenuItem>
          <MenuDivider />
          <MenuItem text={t('import')} onClick={run('workbook.import')} />
          <MenuItem text={t('saveCopy')} disabled={!ready} onClick={run('workbook.saveCopy')} />
          <MenuItem text={t('exportMenu')} disabled={!ready}>
            <MenuItem text={t('exportXlsx')} onClick={run('workbook.export')} />
            <MenuItem text={t('exportCsv')} onClick={run('workbook.exportCsv')} />
            <MenuItem text={t('exportJson')} onClick={run('workbook.exportJson')} />
          </MenuItem>
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

/** A moment as people of the language write it. */
function inWords(moment: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(moment));
}

function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
