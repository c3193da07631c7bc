import { expect, test } from 'vitest';
import { svgPicture } from '../../../../renderer/charts/drawing.ts';
import type { ChartColours } from '../../../../renderer/charts/colours.ts';
import { attainablePicture } from '../../../../renderer/features/robustness/attainable/attainable-picture.ts';
import type { AttainableAnswer } from '../../../../shared/model/weight-analysis.ts';
import { unit } from '../results.ts';

const colours = {
  text: '#111111',
  muted: '#555555',
  hairline: '#dddddd',
  panel: '#ffffff',
  accent: '#0000ff',
  accentSoft: '#ccccff',
  dimensions: ['#123456'],
  fontFamily: 'sans-serif',
} as unknown as ChartColours;

const answer = (code: string, best: number, worst: number, bound = worst) =>
  ({
    unit: unit(code),
    best: { rank: best, bound: best },
    worst: { rank: worst, bound },
  }) as unknown as AttainableAnswer;

/** Left and right end of what is filled with a colour, from the top. */
function spans(svg: string, colour: string): [number, number][] {
  const bars = [...svg.matchAll(/<path d="M([\d.]+) [\d.]+l([\d.]+) [^"]*"[^>]*fill="([^"]+)"/gu)];
  return bars.flatMap(([, left, width, fill]) =>
    fill === colour && Number(width) > 10 ? [[Number(left), Number(left) + Number(width)]] : [],
  );
}

test('a bar of the picture covers its ranks, and stands where their labels stand', () => {
  const words = { units: ['A', 'B', 'C'], found: 'f', unproved: 'u', nominal: 'n', axis: 'r' };
  const answers = [answer('a', 1, 2), answer('b', 1, 1, 3), answer('c', 3, 3)];
  const { option, size } = attainablePicture(answers, [1, 2, 3], words, colours);
  const svg = svgPicture({ title: 'T', option, size, colours });
  const placeOf = (rank: number) =>
    Number(new RegExp(`translate\\(([\\d.]+) [\\d.]+\\)"[^>]*>${rank}</text>`, 'u').exec(svg)?.[1]);
  const [first, second, third] = [placeOf(1), placeOf(2), placeOf(3)];
  const half = (second - first) / 2;
  expect(half).toBeGreaterThan(20);
  const close = (found: [number, number][], wanted: [number, number][]) =>
    expect(found.map((ends) => ends.map(Math.round))).toEqual(
      wanted.map((ends) => ends.map(Math.round)),
    );
  close(spans(svg, colours.accent), [
    [first - half, second + half],
    [first - half, first + half],
    [third - half, third + half],
  ]);
  // What the search did not exclude goes further.
  expect(spans(svg, colours.accentSoft).map((ends) => Math.round(ends[1]))).toContain(
    Math.round(third + half),
  );
});
