import type { UnitCode } from '../model/ids.ts';
import type { ResultView } from '../model/result-view.ts';
import type { Names } from './names.ts';

const WORDS = {
  zh: {
    up: (unit: string, before: number, after: number) =>
      `${unit}由第 ${before} 名升至第 ${after} 名`,
    down: (unit: string, before: number, after: number) =>
      `${unit}由第 ${before} 名降至第 ${after} 名`,
    enters: (unit: string, after: number) => `${unit}进入排名，列第 ${after}`,
    leaves: (unit: string, before: number) => `${unit}不再参与排名（原第 ${before} 名）`,
  },
  en: {
    up: (unit: string, before: number, after: number) =>
      `${unit} rises from rank ${before} to ${after}`,
    down: (unit: string, before: number, after: number) =>
      `${unit} falls from rank ${before} to ${after}`,
    enters: (unit: string, after: number) => `${unit} enters the ranking at rank ${after}`,
    leaves: (unit: string, before: number) =>
      `${unit}, before at rank ${before}, is no longer ranked`,
  },
} as const;

/** What becomes of a unit's rank against a baseline, as a clause; null: nothing. */
export function rankChangeInWords(
  unit: UnitCode,
  baseline: ResultView,
  scenario: ResultView,
  names: Names,
): string | null {
  const before = baseline.result.rank[baseline.unitPosition(unit)] ?? 0;
  const after = scenario.result.rank[scenario.unitPosition(unit)] ?? 0;
  const words = WORDS[names.language];
  const name = names.unit(unit);
  if (before === after) return null;
  if (before === 0) return words.enters(name, after);
  if (after === 0) return words.leaves(name, before);
  return after < before ? words.up(name, before, after) : words.down(name, before, after);
}
