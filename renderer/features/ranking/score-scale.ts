import type { RankedRow, UnrankedRow } from './ranking-rows.ts';

/** The axis on which bars and intervals are drawn. */
export interface ScoreScale {
  readonly from: number;
  readonly to: number;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** A scale with round ends that holds zero, every score and every interval; 0..100 for scores on that scale. */
export function scoreScale(
  ranked: readonly RankedRow[],
  unranked: readonly UnrankedRow[],
): ScoreScale {
  let low = 0;
  let high = 0;
  for (const row of ranked) {
    low = Math.min(low, lowestPoint(row));
    high = Math.max(high, highestPoint(row));
  }
  for (const row of unranked) {
    if (Number.isFinite(row.low)) low = Math.min(low, row.low);
    if (Number.isFinite(row.high)) high = Math.max(high, row.high);
  }
  if (low === 0 && high > 50 && high <= 100) return { from: 0, to: 100 };
  const step = roundStep((high - low) / 5);
  return {
    from: low < 0 ? -roundUp(-low, step) : 0,
    to: high > 0 ? roundUp(high, step) : low < 0 ? 0 : 1,
  };
}

/** The axis of one column of the aligned bars, alike for all of them: it holds zero and every contribution. */
export function partScale(ranked: readonly RankedRow[]): ScoreScale {
  let low = 0;
  let high = 0;
  for (const { partLow, partHigh } of ranked) {
    low = Math.min(low, partLow);
    high = Math.max(high, partHigh);
  }
  return high > low ? { from: low, to: high } : { from: 0, to: 1 };
}

/** Holds both. */
export function wider(a: ScoreScale, b: ScoreScale): ScoreScale {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

/** Place of a score on the scale, 0..1. */
export function placeOn(scale: ScoreScale, score: number): number {
  return Math.min(1, Math.max(0, (score - scale.from) / (scale.to - scale.from)));
}

function lowestPoint({ low, score, stackLow }: RankedRow): number {
  return Math.min(finiteOr(low, score), score, stackLow);
}

function highestPoint({ high, score, stackHigh }: RankedRow): number {
  return Math.max(finiteOr(high, score), score, stackHigh);
}

function finiteOr(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}

function roundStep(step: number): number {
  if (step <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(step));
  return (STEPS.find((candidate) => candidate * power >= step) ?? 10) * power;
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step - 1e-9) * step;
}
