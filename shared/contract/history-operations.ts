import { z } from 'zod';
import { Revision } from '../model/ids.ts';
import { command, query } from './operation.ts';

/** One act of the analyst. Labels are keys with parameters, put into words by the interface. */
export const HistoryEntry = z.strictObject({
  sequence: z.int(),
  at: z.string(),
  author: z.string(),
  /** Name of the command that made it, e.g. `cells.edit` or `scenarios.setWeights`, or `history.undo` and `history.redo`. */
  kind: z.string(),
  /**
   * What it was done to: codes of `unit`, `indicator` and `scenario`, the scenario's `name`, a `value`, counts. Of an undo
   * or a redo: those of the act, and the act's own kind as `act`.
   */
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Sequence of the act that this one undoes or redoes. */
  undoes: z.int().nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const Changed = z.strictObject({ revision: Revision });

export const historyOperations = {
  /** Newest first. */
  'history.list': query(
    z.strictObject({ limit: z.int().min(1).max(1000), before: z.int().nullable() }),
    z.strictObject({
      entries: z.array(HistoryEntry),
      /** What undo and redo would do now; null: nothing. */
      undo: HistoryEntry.nullable(),
      redo: HistoryEntry.nullable(),
    }),
  ),
  'history.undo': command(z.strictObject({ baseRevision: Revision }), Changed),
  'history.redo': command(z.strictObject({ baseRevision: Revision }), Changed),
};
