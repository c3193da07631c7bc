import type { OpenPurpose } from '../../shared/contract/file-purpose.ts';

const ACCEPTED: Record<OpenPurpose, string> = {
  'open-workbook': '.hengmo',
  'import-framework': '.csv,.json,.xlsx',
  'import-data': '.csv,.xlsx,.json',
};

/** Asks for one file with the browser's own dialogue; null: cancelled. */
export function chooseFile(page: Document, purpose: OpenPurpose): Promise<File | null> {
  const input = page.createElement('input');
  input.type = 'file';
  input.accept = ACCEPTED[purpose];
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.item(0) ?? null), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}

/** Hands bytes to the browser's download list. */
export function saveFile(page: Document, fileName: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = page.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has its own hold on the bytes by the next turn of the event loop, at the latest after a moment.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
