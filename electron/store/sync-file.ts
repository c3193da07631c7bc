import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Waits until the file's content is on the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until the name of the file is on the disk. */
export async function syncFolder(path: string): Promise<void> {
  // Windows has no such call and keeps names in its journal.
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
