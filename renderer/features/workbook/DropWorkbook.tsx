import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '../../i18n/i18n.ts';
import { offerFile } from '../../stores/host-connection.ts';
import { notify, notifyError } from '../../ui/notify.ts';
import { openWorkbook } from './workbook-commands.ts';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** A workbook dropped anywhere on the window is opened. Any other file is refused; a browser would navigate to it. */
export function DropWorkbook() {
  const { t } = useTranslation('workbook');
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      openDropped([...(event.dataTransfer?.files ?? [])]).catch(notifyError);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return over ? <div className="drop-target">{t('drop')}</div> : null;
}

async function openDropped(files: readonly File[]): Promise<void> {
  const [file] = files;
  if (file === undefined || files.length > 1 || !file.name.toLowerCase().endsWith('.hengmo')) {
    return notify(textOf('workbook:dropRefused'));
  }
  const { token } = await offerFile('open-workbook', file);
  await openWorkbook(token);
}
