import { AppError } from '../../shared/contract/errors.ts';
import { FileToken } from '../../shared/model/ids.ts';
import type { Clock, FileTokens, Ids, TokenPurpose } from '../services/ports.ts';

/** A dialogue may stay open over lunch, but a token must not outlive the working day. */
const LIFETIME_MS = 12 * 60 * 60 * 1000;

/** The oldest of a connection is dropped first. */
const MOST_PER_CONNECTION = 500;

interface Entry {
  readonly path: string;
  readonly purpose: TokenPurpose;
  readonly connection: string;
  expiresAt: number;
  used: boolean;
}

export interface TokenStore extends FileTokens {
  /** Path of the file that was written through a used `save-…` token of this connection. */
  written(token: FileToken, connection: string): string;
  /** Forgets every token of a connection that has ended. */
  drop(connection: string): void;
}

export function createFileTokens({ clock, ids }: { clock: Clock; ids: Ids }): TokenStore {
  // In order of issue.
  const entries = new Map<FileToken, Entry>();

  function find(token: FileToken, connection: string): Entry {
    const entry = entries.get(token);
    if (entry === undefined || entry.expiresAt <= clock().getTime()) {
      entries.delete(token);
      throw new AppError(
        'E_NOT_FOUND',
        'the file token is unknown or has expired: choose the file again',
        { reason: 'file-token-unknown' },
      );
    }
    if (entry.connection !== connection) {
      throw new AppError('E_FORBIDDEN', 'the file token belongs to another window', {
        reason: 'file-token-foreign',
      });
    }
    return entry;
  }

  function findUnused(token: FileToken, purpose: TokenPurpose, connection: string): Entry {
    const entry = find(token, connection);
    if (entry.purpose !== purpose) {
      throw new AppError('E_FORBIDDEN', 'the file was chosen for another purpose', {
        reason: 'file-token-purpose',
        expected: purpose,
        found: entry.purpose,
      });
    }
    if (entry.used) {
      throw new AppError('E_NOT_FOUND', 'the file token was already used: choose the file again', {
        reason: 'file-token-used',
      });
    }
    return entry;
  }

  function makeRoom(connection: string): void {
    const now = clock().getTime();
    const own: FileToken[] = [];
    for (const [token, entry] of entries) {
      if (entry.expiresAt <= now) entries.delete(token);
      else if (entry.connection === connection) own.push(token);
    }
    for (const token of own.slice(0, Math.max(0, own.length - MOST_PER_CONNECTION + 1))) {
      entries.delete(token);
    }
  }

  return {
    issue(path, purpose, connection) {
      const expiresAt = clock().getTime() + LIFETIME_MS;
      // A list that is read again (recent workbooks, backups) keeps its unused tokens.
      for (const [token, entry] of entries) {
        const same =
          entry.path === path && entry.purpose === purpose && entry.connection === connection;
        if (same && !entry.used) {
          entry.expiresAt = expiresAt;
          return token;
        }
      }
      makeRoom(connection);
      const token = FileToken.parse(ids());
      entries.set(token, { path, purpose, connection, expiresAt, used: false });
      return token;
    },
    look(token, purpose, connection) {
      return findUnused(token, purpose, connection).path;
    },
    use(token, purpose, connection) {
      const entry = findUnused(token, purpose, connection);
      entry.used = true;
      return entry.path;
    },
    written(token, connection) {
      const entry = find(token, connection);
      if (!entry.used || !entry.purpose.startsWith('save-')) {
        throw new AppError('E_PRECONDITION', 'nothing has been written through this file token', {
          reason: 'file-not-written',
        });
      }
      return entry.path;
    },
    drop(connection) {
      for (const [token, entry] of entries) {
        if (entry.connection === connection) entries.delete(token);
      }
    },
  };
}
