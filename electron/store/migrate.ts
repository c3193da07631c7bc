import type Database from 'better-sqlite3';
import { AppError } from '../../shared/contract/errors.ts';
import { findSchemaDifference } from './integrity.ts';
import type { Schema } from './schema.ts';

/**
 * Brings an older file to the newest schema in one transaction, and keeps the result only if its tables are those of a
 * new workbook and every reference still holds. The caller has made a backup.
 *
 * @throws AppError E_STORAGE, reason `migration-failed`; the file is then as it was
 */
export function migrate(database: Database.Database, schema: Schema, file: string): void {
  const from = readVersion(database);
  // Tables are rebuilt by copying, during which references dangle; the check at the end makes up for it. The pragma
  // has no effect inside a transaction.
  database.pragma('foreign_keys = OFF');
  try {
    database
      .transaction(() => {
        for (const migration of schema.migrations) {
          if (migration.version > from) migration.up(database);
        }
        database.pragma(`user_version = ${schema.version}`);
        const difference = findSchemaDifference(database, schema);
        if (difference !== null) throw new Error(`after the migration, ${difference}`);
        const orphans = database.pragma('foreign_key_check') as unknown[];
        if (orphans.length > 0)
          throw new Error(`the migration left ${orphans.length} orphaned rows`);
      })
      .immediate();
  } catch (cause) {
    throw new AppError(
      'E_STORAGE',
      `${file} could not be brought from version ${from} to ${schema.version}; it was left as it was`,
      {
        reason: 'migration-failed',
        file,
        found: String(from),
        expected: String(schema.version),
      },
      { cause },
    );
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

export function readVersion(database: Database.Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}
