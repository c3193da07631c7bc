import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';

/** A file to write; the content comes in pieces, so that a large one need not be in memory. */
export interface WholeFile {
  readonly path: string;
  readonly content: Iterable<string | Uint8Array>;
}

/**
 * Writes files whole or not at all: each to a neighbour first, forced to the disk; when all are complete they are renamed
 * into place. An existing file is replaced only then; after an error nothing is left behind.
 *
 * @returns path and size of each, in the order given
 * @throws AppError E_STORAGE naming the file when its folder is missing, not writable or full
 */
export async function writeFilesWhole(
  files: readonly WholeFile[],
): Promise<{ path: string; bytes: number }[]> {
  const written: { path: string; neighbour: string; bytes: number }[] = [];
  let current = '';
  try {
    for (const { path, content } of files) {
      current = path;
      await refuseFolder(path);
      const neighbour = neighbourOf(path);
      written.push({ path, neighbour, bytes: 0 });
      const bytes = await writeAndSync(neighbour, content);
      written[written.length - 1] = { path, neighbour, bytes };
    }
    for (const { path, neighbour } of written) {
      current = path;
      await rename(neighbour, path);
    }
  } catch (cause) {
    for (const { neighbour } of written)
      await rm(neighbour, { force: true }).catch(() => undefined);
    if (cause instanceof AppError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    const why = WHY[code] ?? `the file cannot be written (${code})`;
    const file = basename(current);
    throw new AppError('E_STORAGE', `${file}: ${why}`, { reason: 'not-written', file }, { cause });
  }
  return written.map(({ path, bytes }) => ({ path, bytes }));
}

/** Known before anything is written: renaming onto a folder would fail last. */
async function refuseFolder(path: string): Promise<void> {
  const status = await stat(path).catch(() => null);
  if (status?.isDirectory() !== true) return;
  const file = basename(path);
  throw new AppError('E_STORAGE', `${file}: ${WHY['EISDIR']}`, { reason: 'not-written', file });
}

/** Hidden, and never the same in two processes; nobody sees the name, so it is none of the injected ids. */
function neighbourOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
}

async function writeAndSync(path: string, content: Iterable<string | Uint8Array>): Promise<number> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(inChunks(content));
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

/** Joins small pieces: one system call per row would be slow. */
function* inChunks(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  const most = 1 << 20;
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      if (text.length < most) continue;
    }
    if (text !== '') yield Buffer.from(text);
    text = '';
    if (typeof piece !== 'string') yield piece;
  }
  if (text !== '') yield Buffer.from(text);
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
