import type { SensitivityResult, SobolIndices } from '../../shared/model/sensitivity.ts';
import { indexRows } from '../services/sensitivity-output.ts';
import { layOut } from './lay-out.ts';

/** For a terminal: the mean change of rank first, then every unit's rank; S and S_T with their 5–95 % intervals. */
export function sensitivityTable({ inputs, meanRankChange, units }: SensitivityResult): string {
  return layOut([
    ['variance', 'output', 'input', 'S', '5–95 %', 'S_T', '5–95 %'],
    ...outputRows('mean rank change', meanRankChange),
    ...units.flatMap(({ unit, indices }) => outputRows(unit, indices)),
  ]);

  function outputRows(name: string, indices: SobolIndices): string[][] {
    return indexRows(inputs, indices).map((row, at) => [
      at === 0 ? indices.variance.toFixed(2) : '',
      at === 0 ? name : '',
      row.input,
      rounded(row.first),
      `${rounded(row.firstLow)} … ${rounded(row.firstHigh)}`,
      rounded(row.total),
      `${rounded(row.totalLow)} … ${rounded(row.totalHigh)}`,
    ]);
  }
}

function rounded(index: number | null): string {
  return index === null ? '–' : index.toFixed(2);
}
