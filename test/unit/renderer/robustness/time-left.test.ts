import { describe, expect, test } from 'vitest';
import { timeLeft } from '../../../../renderer/features/robustness/analysis/time-left.ts';

/** What is said at each of these fractions by a run that needs `msFor` each of them. */
function said(fractions: readonly number[], msFor: (fraction: number) => number) {
  const left = timeLeft();
  return fractions.map((fraction) => left(fraction, msFor(fraction)));
}

const percents = Array.from({ length: 100 }, (_, at) => (at + 1) / 100);

describe('time left', () => {
  test('is not said before enough is known', () => {
    expect(said([0.01], () => 60_000)).toEqual([null]);
    expect(said([0.02, 0.05], (fraction) => fraction * 1e6)).toEqual([null, null]);
    // Most of it is done, but the clock has hardly moved.
    expect(said([0.1, 0.9], (fraction) => fraction * 1000)).toEqual([null, null]);
  });

  test('does not hold a slow beginning against the rest', () => {
    // Five seconds until the workers are warm, then twenty at an even pace.
    const elapsed = (fraction: number) => 5000 + 20_000 * fraction;
    const first = said(percents, elapsed).findIndex((seconds) => seconds !== null);
    expect(percents[first]).toBeLessThan(0.12);
    for (const [at, seconds] of said(percents, elapsed).entries()) {
      if (seconds === null) continue;
      expect(Math.abs(seconds - 20 * (1 - (percents[at] ?? 0)))).toBeLessThan(1.01);
    }
  });

  test('moves evenly when the pace does not', () => {
    // Every second percent takes three times as long.
    let clock = 0;
    const elapsed = percents.map((_, at) => (clock += at % 2 === 0 ? 100 : 300));
    const left = timeLeft();
    const shown = percents.map((fraction, at) => left(fraction, elapsed[at] ?? 0));
    const steps = shown.flatMap((seconds, at) => {
      const before = shown[at - 1];
      return seconds === null || before === null || before === undefined ? [] : [seconds - before];
    });
    expect(steps.length).toBeGreaterThan(80);
    // It never rises by more than a second, and falls by no more than two.
    expect(Math.max(...steps)).toBeLessThanOrEqual(1);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(-2);
    expect(shown.at(-1)).toBe(1);
  });
});
