import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { Touched } from '../../shared/contract/events.ts';
import type { RowChange } from './row-change.ts';

/** One act as it stands in the log, without the changes themselves. */
export interface LogEntry {
  readonly sequence: number;
  readonly kind: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly touched: readonly Touched[];
  readonly author: string;
  readonly at: string;
  /** Sequence of the analyst's act that this one takes back or makes again. */
  readonly undoes: number | null;
}

export interface NewEntry extends Omit<LogEntry, 'sequence'> {
  readonly id: string;
  readonly forward: readonly RowChange[];
  readonly inverse: readonly RowChange[];
}

/**
 * What is done to undo or redo: the entry to take back, and the analyst's act behind it. Taking back an undo is a redo.
 */
export interface Reversal {
  readonly entry: LogEntry;
  readonly act: LogEntry;
}

export interface ChainProblem {
  readonly sequence: number;
  readonly problem: 'gap' | 'wrong-parent' | 'wrong-hash';
}

export const UNDO = 'history.undo';
export const REDO = 'history.redo';

const Parameters = z.record(z.string(), z.union([z.string(), z.number()]));
const TouchedGroups = z.array(Touched);
const CellValue = z.union([z.string(), z.number(), z.null()]);
const RowValues = z.record(z.string(), CellValue);
const RowChanges: z.ZodType<RowChange[]> = z.array(
  z.union([
    z.strictObject({ insert: z.string(), row: RowValues }),
    z.strictObject({ update: z.string(), key: RowValues, columns: RowValues }),
    z.strictObject({ delete: z.string(), key: RowValues }),
  ]),
);

interface HeadRow {
  readonly seq: number;
  readonly kind: string;
  readonly parameters: string;
  readonly touched: string;
  readonly author: string;
  readonly at: string;
  readonly undoes: number | null;
}

interface FullRow extends HeadRow {
  readonly op_id: string;
  readonly parent_hash: string;
  readonly hash: string;
  readonly forward: string;
  readonly inverse: string;
}

const HEAD = 'SELECT seq, kind, parameters, touched, author, at, undoes FROM op_log';

/**
 * The history of a workbook: every act with the changes that it made and those that take it back. Nothing in it is ever
 * changed or deleted: undo appends an act whose changes are the inverse of another, and redo takes back the undo.
 */
export interface OperationLog {
  /** Number of entries; they are numbered from 1 without gaps. */
  length(): number;
  append(entry: NewEntry): number;
  /** Newest first, those before `before` only. */
  list(limit: number, before: number | null): LogEntry[];
  /** What undo would take back now; null: nothing. */
  undoTarget(): Reversal | null;
  /** The undo that redo would take back now; null: nothing, because nothing was undone or something new was done since. */
  redoTarget(): Reversal | null;
  /** The changes that take the entry back. */
  inverseOf(sequence: number): RowChange[];
  /** Recomputes every hash; null: the chain is whole. */
  firstProblem(): ChainProblem | null;
}

/** @param uid of the workbook: the chain's first parent, so that entries of two files cannot be mixed */
export function createOperationLog(database: Database.Database, uid: string): OperationLog {
  const count = database.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM op_log').pluck();
  const hashOf = database
    .prepare<[number], string>('SELECT hash FROM op_log WHERE seq = ?')
    .pluck();
  const insert = database.prepare<(string | number | null)[]>(
    `INSERT INTO op_log (seq, op_id, kind, parameters, touched, author, at, undoes, parent_hash, hash, forward, inverse)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const one = database.prepare<[number], HeadRow>(`${HEAD} WHERE seq = ?`);
  const page = database.prepare<[number, number], HeadRow>(
    `${HEAD} WHERE seq < ? ORDER BY seq DESC LIMIT ?`,
  );
  const inverse = database
    .prepare<[number], string>('SELECT inverse FROM op_log WHERE seq = ?')
    .pluck();
  const all = database.prepare<[], FullRow>('SELECT * FROM op_log ORDER BY seq');
  const origin = sha256(uid);

  function entry(sequence: number): HeadRow {
    const row = one.get(sequence);
    if (row === undefined) throw new Error(`the history has no entry ${sequence}`);
    return row;
  }

  function reversal(row: HeadRow): Reversal {
    const act = row.undoes === null ? row : entry(row.undoes);
    return { entry: toEntry(row), act: toEntry(act) };
  }

  return {
    length: () => count.get() ?? 0,
    append(added) {
      const seq = (count.get() ?? 0) + 1;
      const row = {
        seq,
        op_id: added.id,
        kind: added.kind,
        parameters: JSON.stringify(added.parameters),
        touched: JSON.stringify(added.touched),
        author: added.author,
        at: added.at,
        undoes: added.undoes,
        parent_hash: seq === 1 ? origin : (hashOf.get(seq - 1) ?? ''),
        forward: JSON.stringify(added.forward),
        inverse: JSON.stringify(added.inverse),
      };
      insert.run(
        row.seq,
        row.op_id,
        row.kind,
        row.parameters,
        row.touched,
        row.author,
        row.at,
        row.undoes,
        row.parent_hash,
        hashRow(row),
        row.forward,
        row.inverse,
      );
      return seq;
    },
    list: (limit, before) => page.all(before ?? Number.MAX_SAFE_INTEGER, limit).map(toEntry),
    undoTarget() {
      // Acts and redos are what can be taken back; each undo on the way has already taken back one of them.
      let takenBack = 0;
      for (let sequence = count.get() ?? 0; sequence > 0; sequence -= 1) {
        const row = entry(sequence);
        if (row.kind === UNDO) takenBack += 1;
        else if (takenBack > 0) takenBack -= 1;
        else return reversal(row);
      }
      return null;
    },
    redoTarget() {
      // Undos since the last new act can be taken back; each redo on the way has already taken back one of them.
      let takenBack = 0;
      for (let sequence = count.get() ?? 0; sequence > 0; sequence -= 1) {
        const row = entry(sequence);
        if (row.kind === REDO) takenBack += 1;
        else if (row.kind !== UNDO) return null;
        else if (takenBack > 0) takenBack -= 1;
        else return reversal(row);
      }
      return null;
    },
    inverseOf: (sequence) => RowChanges.parse(JSON.parse(inverse.get(sequence) ?? 'null')),
    firstProblem() {
      let parent = origin;
      let expected = 1;
      for (const row of all.iterate()) {
        const { seq: sequence } = row;
        if (sequence !== expected) return { sequence: expected, problem: 'gap' };
        if (row.parent_hash !== parent) return { sequence, problem: 'wrong-parent' };
        if (row.hash !== hashRow(row)) return { sequence, problem: 'wrong-hash' };
        parent = row.hash;
        expected += 1;
      }
      return null;
    },
  };
}

function hashRow(row: Omit<FullRow, 'hash'>): string {
  return sha256(
    JSON.stringify([
      row.parent_hash,
      row.seq,
      row.op_id,
      row.kind,
      row.parameters,
      row.touched,
      row.author,
      row.at,
      row.undoes,
      row.forward,
      row.inverse,
    ]),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function toEntry(row: HeadRow): LogEntry {
  return {
    sequence: row.seq,
    kind: row.kind,
    parameters: Parameters.parse(JSON.parse(row.parameters)),
    touched: TouchedGroups.parse(JSON.parse(row.touched)),
    author: row.author,
    at: row.at,
    undoes: row.undoes,
  };
}
