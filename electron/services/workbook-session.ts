import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import type { BackupFolder } from '../store/backup.ts';
import type { NewWorkbook } from '../store/content.ts';
import { createWorkbook } from '../store/create.ts';
import { openWorkbook, type OpenWorkbook } from '../store/open.ts';
import { checkCopy } from './check-copy.ts';
import { refuseOverWorkbook } from './output-file.ts';
import type { Clock, Emit, Ids, Logger } from './ports.ts';
import { backupsOf } from './workbook-file.ts';

/** Holds the one workbook that is open, and tells everyone when it changes or another takes its place. */
export interface WorkbookSession {
  /** Throws `E_PRECONDITION` (reason `no-workbook`) when none is open, or why the last one could not be opened. */
  current(): OpenWorkbook;
  /**
   * Opens the workbook and then closes the one before; when it cannot be opened, the one before stays open. Opening the
   * one that is open changes nothing.
   */
  open(path: string): Promise<OpenWorkbook>;
  /** Writes a new workbook as a whole, in place of any file at that path, and opens it. */
  create(path: string, content: NewWorkbook): Promise<OpenWorkbook>;
  /** Of the open workbook, or of the one that could not be opened last. */
  backups(): BackupFolder;
  /** Folds the workbook into its one file. */
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly emit: Emit;
  /** Told of every workbook that was opened. */
  readonly remember: (path: string) => Promise<void>;
}

/** While acts are made, a backup is made as often as this. */
const BACKUP_INTERVAL_MS = 15 * 60 * 1000;

export function createWorkbookSession(options: SessionOptions): WorkbookSession {
  const { dataFolder, clock, ids, logger, emit, remember } = options;
  let current: OpenWorkbook | null = null;
  let problem: AppError | null = null;
  let backups: BackupFolder = backupsOf('', dataFolder);

  async function backUpIfDue(workbook: OpenWorkbook, folder: BackupFolder): Promise<void> {
    try {
      const [newest] = await folder.list();
      if (newest?.revision === workbook.revision) return;
      await workbook.backUp();
    } catch (cause) {
      logger.warn('the backup failed', { cause });
      // The copy was checked and found damaged: so is the file it was made from.
      if (workbook.readOnly === 'damaged') emit({ type: 'workbook.switched' });
    }
  }

  /** Tells everyone of each act, and makes a backup from time to time. */
  function follow(workbook: OpenWorkbook, folder: BackupFolder): void {
    let nextBackup = clock().getTime() + BACKUP_INTERVAL_MS;
    workbook.onCommit(({ revision, touched }) => {
      // After the listeners that bring their caches up to date, for whoever is told asks at once.
      queueMicrotask(() => emit({ type: 'workbook.changed', revision, touched: [...touched] }));
      if (clock().getTime() < nextBackup) return;
      nextBackup = clock().getTime() + BACKUP_INTERVAL_MS;
      void backUpIfDue(workbook, folder);
    });
    if (workbook.readOnly === null) void backUpIfDue(workbook, folder);
  }

  async function placeOf(path: string): Promise<string> {
    return realpath(path).catch(() => resolve(path));
  }

  async function open(path: string): Promise<OpenWorkbook> {
    const place = await placeOf(path);
    if (current?.path === place) return current;
    backups = backupsOf(place, dataFolder);
    const opened = await openWorkbook(place, { clock, ids, backups, checkCopy }).catch(
      (error: unknown) => {
        if (error instanceof AppError) problem = error;
        throw error;
      },
    );
    const previous = current;
    current = opened;
    problem = null;
    follow(opened, backups);
    await previous?.close();
    await remember(place).catch((cause) =>
      logger.warn('the list of recent workbooks was not saved', { cause }),
    );
    emit({ type: 'workbook.switched' });
    return opened;
  }

  return {
    current() {
      if (current === null) {
        throw (
          problem ??
          new AppError('E_PRECONDITION', 'no workbook is open', { reason: 'no-workbook' })
        );
      }
      return current;
    },
    open,
    async create(path, content) {
      if (current !== null) refuseOverWorkbook(await placeOf(path), current.path);
      await createWorkbook(path, content, { clock, ids });
      return open(path);
    },
    backups: () => backups,
    async close() {
      const closing = current;
      current = null;
      await closing?.close();
    },
  };
}
