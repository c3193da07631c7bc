import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';

/**
 * Writes a file whole or not at all: to a neighbour first, forced to the disk, then renamed into place. An existing
 * file is replaced only when the new one is complete; after an error nothing is left behind.
 *
 * @throws AppError E_STORAGE naming the file when its folder is missing, not writable or full
 */
export async function writeFileWhole(path: string, content: string | Uint8Array): Promise<void> {
  // Not one of the injected ids: the name is never seen and must differ between processes.
  const suffix = randomBytes(6).toString('hex');
  const neighbour = join(dirname(path), `.${basename(path)}.${suffix}.part`);
  try {
    const file = await open(neighbour, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(neighbour, path);
  } catch (cause) {
    await rm(neighbour, { force: true }).catch(() => undefined);
    const file = basename(path);
    const why = WHY[(cause as NodeJS.ErrnoException).code ?? ''] ?? 'the file cannot be written';
    throw new AppError('E_STORAGE', `${file}: ${why}`, { reason: 'not-written', file }, { cause });
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'the folder does not exist',
  EISDIR: 'expected a file name, found a folder',
  EACCES: 'no permission to write here',
  EPERM: 'no permission to write here',
  EROFS: 'no permission to write here',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
};
