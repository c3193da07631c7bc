import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { refusal } from './refuse.ts';

/** A million cells with 17 digits each fit easily; a file beyond is a mistake, or belongs into parts. */
export const MOST_BYTES = 40 * 1024 * 1024;

/** A file that a person named, read as it is. */
export interface InputFile {
  /** Its name without folder, for messages. */
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * @throws AppError E_NOT_FOUND when there is no such file, E_INPUT when it is a folder, empty or larger than
 *   `MOST_BYTES`, E_STORAGE when it cannot be read
 */
export async function readInputFile(path: string): Promise<InputFile> {
  const name = basename(path);
  const place = { file: name };
  try {
    const { size, ...kind } = await statKind(path);
    if (kind.isFolder) throw refusal(place, 'is-folder', 'a file', 'a folder');
    if (size > MOST_BYTES)
      throw refusal(place, 'file-too-large', `at most ${megabytes(MOST_BYTES)}`, megabytes(size));
    const bytes = await readFile(path);
    if (bytes.length === 0) throw refusal(place, 'file-empty', 'content', 'an empty file');
    return { name, path, bytes };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(name, error);
  }
}

async function statKind(path: string): Promise<{ size: number; isFolder: boolean }> {
  const status = await stat(path);
  return { size: status.size, isFolder: status.isDirectory() };
}

function unreadable(name: string, cause: unknown): AppError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError(
      'E_NOT_FOUND',
      `${name}: expected a file, found none`,
      { reason: 'file-missing', file: name },
      { cause },
    );
  }
  return new AppError(
    'E_STORAGE',
    `${name}: the file cannot be read (${code ?? 'unknown error'})`,
    { reason: 'file-unreadable', file: name },
    { cause },
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}
