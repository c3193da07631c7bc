import type { CellProblem } from '../../../shared/text/cell-value.ts';
import { textOf } from '../../i18n/i18n.ts';

/** Why a value cannot stand in a cell, in words. */
export function problemText({ reason, parameters }: CellProblem): string {
  return textOf(`grid:problem.${reason}`, { ...parameters });
}
