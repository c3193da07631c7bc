import type { FileToken } from '../../shared/model/ids.ts';
import { textOf } from '../i18n/i18n.ts';
import { useConnection } from '../stores/connection-store.ts';
import { callHost } from '../stores/host-connection.ts';
import { useWorkbook } from '../stores/workbook-store.ts';
import { notify, notifyError } from './notify.ts';

/** Name of the open workbook with another ending. */
export function nameWith(ending: string): string {
  const fileName = useWorkbook.getState().info?.fileName ?? textOf('workbook:newName');
  return `${fileName.replace(/\.[^.]*$/u, '')}.${ending}`;
}

/** Says that the file is written. A browser downloads it at once; on a desktop the message leads to its folder. */
export async function handOver(file: string, token: FileToken): Promise<void> {
  const reveal = () => callHost('files.reveal', { token });
  if (useConnection.getState().shell === 'web') {
    await reveal();
    return notify(textOf('workbook:downloaded', { file }));
  }
  notify(textOf('workbook:written', { file }), {
    text: textOf('workbook:reveal'),
    run: () => {
      reveal().catch(notifyError);
    },
  });
}
