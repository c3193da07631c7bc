import type { PairedResult } from '../../shared/model/scenario-comparison.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { pairedRows } from '../services/paired-output.ts';
import { layOut } from './lay-out.ts';

/** Two scenarios in the same draws, for a terminal: best of the second first, rounded. */
export function pairedTable(result: PairedResult, units: readonly Unit[]): string {
  const number = (value: number | null) => (value === null ? '–' : value.toFixed(2));
  const percent = (share: number | null) =>
    share === null ? '–' : `${(share * 100).toFixed(1)} %`;
  return layOut([
    [
      'ranks',
      'uCode',
      'uName',
      'score change',
      '5 %',
      '95 %',
      'rank change',
      '5 %',
      '95 %',
      'better',
      'worse',
    ],
    ...pairedRows(result, units)
      .toSorted((a, b) => a.rankSecond - b.rankSecond)
      .map((row) => [
        `${row.rankFirst} → ${row.rankSecond}`,
        row.uCode,
        row.uName,
        ...[row.meanScoreChange, row.scoreChange5, row.scoreChange95].map(number),
        ...[row.meanRankChange, row.rankChange5, row.rankChange95].map(number),
        percent(row.better),
        percent(row.worse),
      ]),
  ]);
}
