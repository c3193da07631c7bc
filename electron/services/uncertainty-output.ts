import type { Unit } from '../../shared/model/unit.ts';
import type { UncertaintyResult } from '../../shared/model/uncertainty.ts';

/** Ranks of one unit over the draws, as the command line prints them. */
export interface UncertaintyRow {
  readonly uCode: string;
  readonly uName: string;
  readonly nominal: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly q5: number | null;
  readonly q95: number | null;
  /** Share of the draws at rank 1, 2, … */
  readonly shares: readonly number[];
}

/** Units in the workbook's order; those that are not ranked are left out. null: in no draw ranked. */
export function uncertaintyRows(
  result: UncertaintyResult,
  units: readonly Unit[],
): UncertaintyRow[] {
  const nameOf = new Map(units.map(({ code, name }) => [code, name.zh]));
  const count = result.units.length;
  const present = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? null : value;
  return result.units.map((code, unit) => ({
    uCode: code,
    uName: nameOf.get(code) ?? code,
    nominal: result.nominalRank[unit] ?? 0,
    mean: present(result.meanRank[unit]),
    median: present(result.medianRank[unit]),
    q5: present(result.rank5[unit]),
    q95: present(result.rank95[unit]),
    shares: Array.from(result.rankAcceptability.subarray(unit * count, (unit + 1) * count)),
  }));
}

export function uncertaintyJson(result: UncertaintyResult, units: readonly Unit[]): string {
  const { draws, seed } = result;
  return `${JSON.stringify({ draws, seed, units: uncertaintyRows(result, units) }, null, 1)}\n`;
}
