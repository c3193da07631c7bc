import { describe, expect, it } from 'vitest';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { Aggregation, MissingRule } from '../../../shared/model/method.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import { createScorer, score, type ScoringRequest } from '../../../electron/engine/score.ts';
import { leafFrame, topsis } from '../../../electron/engine/topsis.ts';
import { makeFramework, makeRequest } from './make-request.ts';

/** More units than are worked on together (1,024 and 2,048): where one block ends, the next goes on. */
const UNITS = 2100;
const CHUNK = 700;

const framework = makeFramework([
  {
    code: 'G',
    weight: 3,
    children: [
      { code: 'a', weight: 1 },
      { code: 'b', weight: 2 },
    ],
  },
  { code: 'H', weight: 2, children: [{ code: 'c' }, { code: 'd', weight: 3 }, { code: 'e' }] },
  { code: 'f' },
]);
const LEAVES = 6;

/** A fixed scatter of 1..100 in which every `gapEvery`-th cell or so is missing; `f` is never missing. */
function row(unit: number, gapEvery: number): (number | null)[] {
  return Array.from({ length: LEAVES }, (_, leaf) => {
    const mixed = (unit * 7919 + leaf * 104_729 + ((unit * unit) % 1013) * 31) % 9973;
    const isGap = gapEvery > 0 && leaf < LEAVES - 1 && mixed % gapEvery === 0;
    return isGap ? null : 1 + (mixed % 100);
  });
}

function request(
  from: number,
  to: number,
  gapEvery: number,
  aggregation: Aggregation,
  missing: MissingRule,
): ScoringRequest {
  const rows = Object.fromEntries(
    Array.from({ length: to - from }, (_, at) => [`u${from + at}`, row(from + at, gapEvery)]),
  );
  return makeRequest(framework, rows, {
    // On a fixed scale a unit's score does not depend on the others.
    normalisation: {
      rule: 'goalposts',
      bounds: { lower: -1, upper: 101 },
      truncate: true,
      factor: 100,
    },
    aggregation: [aggregation],
    missing,
  });
}

/** Everything that is said of each unit without looking at the others, unit by unit. */
function perUnit(result: ScoringResult): Float64Array {
  const count = result.units.length;
  const parts = [result.score, result.scoreLow, result.scoreHigh, result.coverage];
  const rows = [result.values, result.contributions, result.imputed];
  const size = parts.length + rows.length * result.nodes.length;
  const all = new Float64Array(count * size);
  for (let unit = 0; unit < count; unit++) {
    let at = unit * size;
    for (const part of parts) all[at++] = part[unit] as number;
    for (const matrix of rows) {
      for (let node = 0; node < result.nodes.length; node++) {
        all[at++] = matrix[node * count + unit] as number;
      }
    }
  }
  return all;
}

/** To the bit; quick on long arrays. */
function expectSame(actual: Float64Array, expected: Float64Array): void {
  expect(actual.length).toBe(expected.length);
  const differs = actual.findIndex((x, at) => !Object.is(x, expected[at]));
  expect(
    differs === -1 ? null : { differs, is: actual[differs], not: expected[differs] },
  ).toBeNull();
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

describe('a unit among thousands has the scores it has among few', () => {
  it.each<[Aggregation['rule'], MissingRule, number]>([
    ['arithmetic', 'available', 0],
    ['arithmetic', 'available', 3],
    ['arithmetic', 'available-leaf', 3],
    ['geometric', 'available', 0],
    ['geometric', 'available-leaf', 3],
    ['median', 'available', 3],
  ])('%s, %s, a gap in every %i cells', (name, missing, gapEvery) => {
    const rule = { rule: name } as Aggregation;
    const chunks = Array.from({ length: UNITS / CHUNK }, (_, at) =>
      perUnit(score(request(at * CHUNK, (at + 1) * CHUNK, gapEvery, rule, missing))),
    );
    const whole = perUnit(score(request(0, UNITS, gapEvery, rule, missing)));
    expectSame(whole, joined(chunks));
  });

  it.each(['available', 'available-leaf', 'mean'] as const)(
    'and the same when it is weighed again: %s',
    (missing) => {
      const asked = request(0, UNITS, 3, { rule: 'arithmetic' }, missing);
      const weights = new Map([
        ['a' as NodeCode, 5],
        ['H' as NodeCode, 0.25],
      ]);
      const reweighted: ScoringRequest = {
        ...asked,
        framework: {
          ...asked.framework,
          nodes: asked.framework.nodes.map((node) => ({
            ...node,
            weight: weights.get(node.code) ?? node.weight,
          })),
        },
      };
      const expected = perUnit(score(reweighted));
      const scorer = createScorer(asked);
      const first = scorer.reweigh(weights);
      expectSame(perUnit(first), expected);
      // Into the arrays of an earlier result, which holds other numbers.
      const other = scorer.reweigh(new Map([['f' as NodeCode, 9]]));
      const again = scorer.reweigh(weights, { spare: other });
      expectSame(perUnit(again), expected);
      expect([...again.rank]).toEqual([...score(reweighted).rank]);
      // What was scored first is still there, and always with the framework's own weights.
      expectSame(perUnit(scorer.result), perUnit(score(asked)));
      expectSame(perUnit(scorer.reweigh(new Map())), perUnit(scorer.result));
    },
  );
});

describe('TOPSIS of thousands', () => {
  it.each([true, false])('is the textbook’s, whole columns: %s', (isWhole) => {
    const columns = [0, 1, 2].map((leaf) =>
      Float64Array.from({ length: UNITS }, (_, unit) => row(unit, 0)[leaf] as number),
    );
    const weights = [0.5, 0.2, 0.3];
    const out = new Float64Array(UNITS);
    topsis(columns, columns.map(leafFrame), weights, isWhole, out);
    const frames = columns.map((column) => ({
      norm: Math.sqrt(column.reduce((sum, x) => sum + x * x, 0)),
      worst: column.reduce((a, b) => Math.min(a, b)),
      best: column.reduce((a, b) => Math.max(a, b)),
    }));
    for (let unit = 0; unit < UNITS; unit++) {
      const distance = (end: 'worst' | 'best') =>
        Math.hypot(
          ...frames.map(
            (frame, leaf) =>
              ((weights[leaf] as number) * ((columns[leaf]?.[unit] as number) - frame[end])) /
              frame.norm,
          ),
        );
      const toWorst = distance('worst');
      expect(out[unit]).toBeCloseTo(toWorst / (toWorst + distance('best')), 12);
    }
  });
});

it('leaves units out of all that follows, wherever they stand', () => {
  const asked = request(0, 40, 3, { rule: 'arithmetic' }, 'available');
  const excludedUnits = new Set(['u0', 'u7', 'u39'] as UnitCode[]);
  const kept = score({ ...asked, excludedUnits });
  const all = score(asked);
  const size = perUnit(all).length / all.units.length;
  const expected = all.units.flatMap((unit, at) =>
    excludedUnits.has(unit) ? [] : [perUnit(all).subarray(at * size, (at + 1) * size)],
  );
  expect(kept.units).toEqual(all.units.filter((unit) => !excludedUnits.has(unit)));
  expectSame(perUnit(kept), joined(expected));
});
