import type { ScenarioId } from '../../../shared/model/ids.ts';
import type { Reader } from '../reader.ts';
import type { CellKey } from './observations.ts';

export interface StoredCellChange {
  readonly at: string;
  readonly author: string;
  readonly scenario: ScenarioId;
  readonly kind: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** What acts did to the value of a cell in every scenario, newest first. */
export function readCellChanges(reader: Reader, cell: CellKey): StoredCellChange[] {
  return reader.rows<StoredCellChange>(
    `SELECT op_log.at, op_log.author, c.scenario, op_log.kind, c.before, c.after
     FROM cell_change AS c JOIN op_log ON op_log.seq = c.seq
     WHERE c.indicator = ? AND c.unit = ? ORDER BY c.seq DESC`,
    cell.indicator,
    cell.unit,
  );
}
