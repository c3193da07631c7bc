import { callHost } from '../stores/host-connection.ts';
import { handOver } from '../ui/hand-over.ts';

export type PictureFormat = 'svg' | 'png';

/** Asks where to, draws, and writes the file whole or not at all. */
export async function savePicture(
  title: string,
  format: PictureFormat,
  draw: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const target = await callHost('files.pickSave', {
    purpose: `save-${format}`,
    suggestedName: `${fileNameOf(title)}.${format}`,
  });
  if (target === null) return;
  await callHost('pictures.write', { token: target.token, format, content: await draw() });
  await handOver(target.fileName, target.token);
}

/** A title without what file systems refuse, and not too long for them. */
export function fileNameOf(title: string): string {
  const plain = title.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
  return plain.slice(0, 80);
}
