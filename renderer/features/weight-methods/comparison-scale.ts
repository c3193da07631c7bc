import { formatRatio } from '../../../shared/text/numbers.ts';

const WHOLE = [9, 8, 7, 6, 5, 4, 3, 2, 1];

/** Saaty's scale from 9 to 1/9. */
export const SCALE: readonly number[] = [
  ...WHOLE,
  ...WHOLE.slice(0, -1)
    .map((whole) => 1 / whole)
    .toReversed(),
];

/** `3`, `1/3`, and between the steps `2.35` or `1/2.35`. */
export function comparisonText(value: number): string {
  return value >= 1 ? plain(value) : `1/${plain(1 / value)}`;
}

function plain(value: number): string {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-9 ? String(whole) : formatRatio(value);
}
