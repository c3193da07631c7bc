import { whenFirstUsed } from './when-first-used.ts';

/** Stands for a missing number, everywhere. */
export const MISSING_MARK = '—';

const numberFormat = (options: Intl.NumberFormatOptions) =>
  whenFirstUsed(() => new Intl.NumberFormat('en-US', { signDisplay: 'negative', ...options }));

const oneDecimal = numberFormat({
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const wholePercent = numberFormat({
  style: 'percent',
  maximumFractionDigits: 0,
});
const shareOfWeight = numberFormat({
  style: 'percent',
  maximumFractionDigits: 1,
});
const asFound = numberFormat({
  maximumFractionDigits: 20,
});
const points = numberFormat({
  maximumFractionDigits: 2,
});

/** A true minus sign instead of the hyphen that Intl writes. */
function withMinusSign(text: string): string {
  return text.replace('-', '−');
}

/** Size of a file, in kB or MB, never less than it is. */
export function formatFileSize(bytes: number): string {
  return bytes < 1e6
    ? `${Math.ceil(bytes / 1e3)} kB`
    : `${(Math.ceil(bytes / 1e5) / 10).toFixed(1)} MB`;
}

/** A score or a contribution: one decimal, `—` when missing. */
export function formatScore(score: number): string {
  return Number.isNaN(score) ? MISSING_MARK : withMinusSign(oneDecimal().format(score));
}

/** A difference of scores with its sign: `+3.9`, `−0.4`, `0.0`. */
export function formatScoreDifference(difference: number): string {
  const text = formatScore(difference);
  return difference > 0 && text !== '0.0' ? `+${text}` : text;
}

/** What a sum of weights may lack of the whole by rounding alone. */
const ROUNDING = 1e-9;

/**
 * A share 0..1 as whole percent: `54%`. Only nothing prints as `0%` and only the whole as `100%`: what would round to
 * one of them prints as `<1%` or `>99%`.
 */
export function formatPercent(share: number): string {
  if (Number.isNaN(share)) return MISSING_MARK;
  if (share > 0 && share < 0.005) return '<1%';
  if (share >= 0.995 && share < 1 - ROUNDING) return '>99%';
  return withMinusSign(wholePercent().format(share));
}

/** A share of weight 0..1 as percent with at most one decimal: `25%`, `21.7%`. */
export function formatSharePercent(share: number): string {
  return Number.isNaN(share) ? MISSING_MARK : withMinusSign(shareOfWeight().format(share));
}

/** A value exactly as found, with thousands separators and no rounding: `15,000`, `8.47808`. */
export function formatValue(value: number): string {
  return Number.isNaN(value) ? MISSING_MARK : withMinusSign(asFound().format(value));
}

/** A weight in points of the index, at most two decimals: `25`, `6.25`. */
export function formatPoints(weight: number): string {
  return Number.isNaN(weight) ? MISSING_MARK : withMinusSign(points().format(weight));
}

/** A ratio of importance or of consistency: two decimals. */
export function formatRatio(ratio: number): string {
  return Number.isNaN(ratio) ? MISSING_MARK : ratio.toFixed(2);
}

/** `29.0–75.4`; one number when both ends print the same. */
export function formatScoreInterval(low: number, high: number): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return MISSING_MARK;
  const [from, to] = [formatScore(low), formatScore(high)];
  return from === to ? from : `${from}–${to}`;
}

/** `1–6`; one number when both ends are equal; `—` for a unit that is not ranked (rank 0). */
export function formatRankInterval(best: number, worst: number): string {
  if (best === 0 || worst === 0) return MISSING_MARK;
  return best === worst ? `${best}` : `${best}–${worst}`;
}

/** A mean or quantile of ranks: whole, or with one decimal. */
export function formatMeanRank(rank: number): string {
  const rounded = Math.round(rank * 10) / 10;
  return Number.isInteger(rounded) ? String(rounded) : formatScore(rank);
}
