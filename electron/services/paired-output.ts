import type { PairedResult } from '../../shared/model/scenario-comparison.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { printJson } from './print-json.ts';

/** What the second of two scenarios changes for a unit; null: there is no draw in which both rank it. */
export interface PairedRow {
  readonly uCode: string;
  readonly uName: string;
  readonly rankFirst: number;
  readonly rankSecond: number;
  /** Without uncertainty. */
  readonly scoreChange: number | null;
  /** Draws that the rest is over. */
  readonly compared: number;
  readonly meanScoreChange: number | null;
  readonly scoreChange5: number | null;
  readonly scoreChange95: number | null;
  readonly meanRankChange: number | null;
  readonly rankChange5: number | null;
  readonly rankChange95: number | null;
  /** Shares of the draws with a better, the same and a worse rank in the second. */
  readonly better: number | null;
  readonly equal: number | null;
  readonly worse: number | null;
}

/** Units ranked in both scenarios, in the workbook's order. */
export function pairedRows(result: PairedResult, units: readonly Unit[]): PairedRow[] {
  const nameOf = new Map(units.map(({ code, name }) => [code, name.zh]));
  return result.units.map((code, unit) => {
    const at = (values: Float64Array) => {
      const value = values[unit];
      return value === undefined || Number.isNaN(value) ? null : value;
    };
    return {
      uCode: code,
      uName: nameOf.get(code) ?? code,
      rankFirst: result.nominalRankFirst[unit] ?? 0,
      rankSecond: result.nominalRankSecond[unit] ?? 0,
      scoreChange: at(result.nominalScoreChange),
      compared: result.compared[unit] ?? 0,
      meanScoreChange: at(result.meanScoreChange),
      scoreChange5: at(result.scoreChange5),
      scoreChange95: at(result.scoreChange95),
      meanRankChange: at(result.meanRankChange),
      rankChange5: at(result.rankChange5),
      rankChange95: at(result.rankChange95),
      better: at(result.better),
      equal: at(result.equal),
      worse: at(result.worse),
    };
  });
}

export function pairedJson(result: PairedResult, units: readonly Unit[]): string {
  const { draws, seed, onlyFirst, onlySecond } = result;
  return printJson({ draws, seed, units: pairedRows(result, units), onlyFirst, onlySecond });
}
