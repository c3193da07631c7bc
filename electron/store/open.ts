import type { Revision } from '../../shared/model/ids.ts';
import type { Touched } from '../../shared/contract/events.ts';
import type { RowWriter } from '../oplog/row-writer.ts';
import type { Reader } from './reader.ts';

/** Why a workbook can be read but not changed. */
export type ReadOnlyReason = 'write-protected' | 'damaged';

/** One act of the analyst, as it stands in the history: a key and parameters, put into words by the interface. */
export interface Act {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly touched: readonly Touched[];
  /** What the act was decided upon; refused with `E_CONFLICT` when it is not the current one. */
  readonly baseRevision: Revision;
}

/** A workbook file that this process alone has open. */
export interface OpenWorkbook {
  readonly path: string;
  readonly readOnly: ReadOnlyReason | null;
  /** Count of committed acts. */
  readonly revision: Revision;
  /** The reading half, for the repositories. */
  readonly reader: Reader;
  /**
   * Writes rows and their history entry in one transaction. An act that changes no row leaves no entry. Throws
   * `E_CONFLICT` for an old `baseRevision`, `E_PRECONDITION` for a read-only workbook, `E_STORAGE` when the disk refuses.
   */
  commit<Value>(
    act: Act,
    write: (writer: RowWriter) => Value,
  ): { readonly revision: Revision; readonly value: Value };
  /** Folds the write-ahead log into the file and releases it. */
  close(): void;
}
