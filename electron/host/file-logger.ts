import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Logger } from '../services/ports.ts';

const FILE_NAME = 'hengmo.log';

/** The file before is kept as `hengmo.log.1`, the one before that is dropped. */
const MOST_BYTES = 1024 * 1024;

/** One JSON object per line in `folder/hengmo.log`. Names of the user's folders are taken out of everything written. */
export function createFileLogger(options: {
  readonly folder: string;
  readonly home: string;
  readonly clock: Clock;
}): Logger {
  const file = join(options.folder, FILE_NAME);
  function write(level: string, message: string, fields: Readonly<Record<string, unknown>> = {}) {
    const entry = { at: options.clock().toISOString(), level, message, ...fields };
    const line = JSON.stringify(entry, (_key, value: unknown) =>
      value instanceof Error ? errorFields(value) : value,
    );
    try {
      mkdirSync(options.folder, { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) {
        renameSync(file, `${file}.1`);
      }
      appendFileSync(file, `${withoutFolders(line, options.home)}\n`, { mode: 0o600 });
    } catch {
      // A full disk or a missing folder must not turn a logged problem into a second one.
    }
  }

  return {
    info: (message, fields) => write('info', message, fields),
    warn: (message, fields) => write('warn', message, fields),
    error: (message, fields) => write('error', message, fields),
  };
}

function errorFields(error: Error): Record<string, unknown> {
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...(error.cause !== undefined && { cause: error.cause }),
  };
}

/** `~` for the home folder, also where JSON has doubled its backslashes; the rest of a path inside it stays readable. */
export function withoutFolders(text: string, home: string): string {
  if (home === '' || home === '/') return text;
  return text.replaceAll(JSON.stringify(home).slice(1, -1), '~').replaceAll(home, '~');
}
