import type { UnitCode } from '../../../shared/model/ids.ts';
import type { DataTable } from '../../ui/data-table.ts';
import type { SlopeLine } from './slope-lines.ts';

/** Ranks and scores on both sides and the difference of the scores; empty where a unit has no rank. */
export function slopeTable(
  lines: readonly SlopeLine[],
  nameOf: (unit: UnitCode) => string,
  columns: readonly [string, string, string, string, string, string],
): DataTable {
  const rank = (value: number) => (value === 0 ? null : value);
  const score = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    columns,
    rows: lines.map(({ unit, before, after }) => [
      nameOf(unit),
      rank(before.rank),
      rank(after.rank),
      score(before.score),
      score(after.score),
      score(after.score - before.score),
    ]),
  };
}
