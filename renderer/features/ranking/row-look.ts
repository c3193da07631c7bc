import type { Breakdown } from './breakdown.ts';

/** How all rows are drawn alike. Keep the same object while nothing of it changes. */
export interface RowLook {
  readonly aligned: boolean;
  readonly breakdown: Breakdown;
  /** Number of ranks on the axis of the rank intervals; null: they are not drawn. */
  readonly ranks: number | null;
}
