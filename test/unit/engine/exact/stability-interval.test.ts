import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import type { Method } from '../../../../shared/model/method.ts';
import type { ScoringResult } from '../../../../shared/model/result.ts';
import { startWeightDrag } from '../../../../shared/weights/rebalance.ts';
import {
  type StabilityInterval,
  type StabilityQuestion,
  stabilityIntervals,
  stabilityIntervalsByParent,
} from '../../../../electron/engine/exact/stability-interval.ts';
import { weightModel } from '../../../../electron/engine/exact/weight-model.ts';
import { createScorer, type Scorer } from '../../../../electron/engine/score.ts';
import { ORDINARY, randomLocks, randomRequest, type RequestLimits } from './random-request.ts';
import { examples } from '../../../support/examples.ts';

const NONE: ReadonlyMap<NodeCode, number> = new Map();

/** The scores after the slider of a node was moved, through the scorer itself. */
function moved(
  scorer: Scorer,
  node: number,
  share: number,
  locked: ReadonlySet<NodeCode>,
): ScoringResult {
  const { tree } = scorer.prepared;
  const parent = tree.parent[node]!;
  const children = Array.from(
    tree.children.subarray(tree.childStart[parent], tree.childStart[parent + 1]),
  );
  const siblings = children.map((child) => ({
    node: tree.codes[child]!,
    weight: scorer.result.localShare[child]!,
  }));
  const drag = startWeightDrag(siblings, tree.codes[node]!, locked, NONE);
  return scorer.reweigh(new Map(drag.moveTo(share).map((each) => [each.node, each.weight])));
}

/** What the question asks about, as a text that is equal exactly when the answer is. */
function answer(question: StabilityQuestion, { rank }: ScoringResult): string {
  switch (question.kind) {
    case 'order':
      return rank.join();
    case 'top':
      return rank.map((each) => (each > 0 && each <= question.count ? 1 : 0)).join();
    case 'pair': {
      const [one, other] = question.units.map((unit) => rank[unit]!) as [number, number];
      return one === 0 || other === 0 ? 'not ranked' : String(Math.sign(one - other));
    }
  }
}

function questionsFor({ rank }: ScoringResult): StabilityQuestion[] {
  const ranked = [...rank.keys()].filter((unit) => rank[unit]! > 0);
  const questions: StabilityQuestion[] = [
    { kind: 'order' },
    { kind: 'top', count: 1 },
    { kind: 'top', count: 2 },
  ];
  if (ranked.length >= 2) questions.push({ kind: 'pair', units: [ranked[0]!, ranked.at(-1)!] });
  return questions;
}

/** Next to a bound the tie tolerance decides: 1e-9 of the score, where two scores only touch its square root in share. */
const BLUR = 1e-4;

function checkAgainstScan(
  scorer: Scorer,
  method: Method,
  question: StabilityQuestion,
  locked: ReadonlySet<NodeCode>,
  steps: number,
  count: { bounds: number; moved: number },
): void {
  const model = weightModel(scorer, method);
  const before = answer(question, scorer.result);
  for (const interval of stabilityIntervals(model, { question, locked, remembered: NONE })) {
    if (interval.fixed !== null) continue;
    count.moved++;
    const at = (share: number) => answer(question, moved(scorer, interval.node, share, locked));
    const { low, high, most } = interval;
    expect(low.share).toBeGreaterThanOrEqual(-1e-12);
    expect(high.share).toBeLessThanOrEqual(most + 1e-12);
    expect(low.share).toBeLessThanOrEqual(interval.share + 1e-12);
    expect(high.share).toBeGreaterThanOrEqual(interval.share - 1e-12);
    for (let step = 0; step <= steps; step++) {
      const share = (most * step) / steps;
      if (share > low.share + BLUR && share < high.share - BLUR) expect(at(share)).toBe(before);
    }
    count.bounds += checkBound(interval, 'low', -1, at, before);
    count.bounds += checkBound(interval, 'high', 1, at, before);
  }
}

/** The statement holds up to the bound and fails beyond it, if only at the bound itself where beyond is no more. */
function checkBound(
  { low, high, share, most }: StabilityInterval,
  which: 'low' | 'high',
  side: 1 | -1,
  at: (share: number) => string,
  before: string,
): number {
  const bound = which === 'low' ? low : high;
  const end = which === 'low' ? 0 : most;
  if (bound.event === null) {
    expect(bound.share).toBeCloseTo(end, 12);
    expect(at(end)).toBe(before);
    return 0;
  }
  if (bound.event.kind === 'no-weight-left') return 0;
  const room = Math.abs(end - bound.share);
  if (room > 10 * BLUR) {
    // A second event may undo the first soon after it, so one place beyond is enough.
    const beyond = [0.01, 0.1, 1].map((part) => at(bound.share + side * part * BLUR));
    expect(beyond.some((each) => each !== before)).toBe(true);
  } else if (room < 1e-12) {
    expect(at(end)).not.toBe(before);
  }
  if (Math.abs(bound.share - share) > 10 * BLUR) {
    expect(at(bound.share - side * BLUR)).toBe(before);
  }
  return 1;
}

function checkMany(limits: RequestLimits, runs: number, steps: number) {
  const count = { bounds: 0, moved: 0 };
  fc.assert(
    fc.property(
      randomRequest(limits).chain((request) =>
        fc.record({
          request: fc.constant(request),
          locked: randomLocks(request),
          question: fc.nat(),
        }),
      ),
      ({ request, locked, question }) => {
        const scorer = createScorer(request);
        if (scorer.result.rank.every((rank) => rank === 0)) return;
        const questions = questionsFor(scorer.result);
        checkAgainstScan(
          scorer,
          request.method,
          questions[question % questions.length]!,
          locked,
          steps,
          count,
        );
      },
    ),
    // A fixed seed: two events may by chance fall closer together than the scan can see.
    { numRuns: examples(runs), seed: 20_260_301 },
  );
  return count;
}

describe('stability intervals agree with scans through the scorer', () => {
  test('1,000 frameworks with gaps, locks, zero weights and least coverage', () => {
    const count = checkMany({ ...ORDINARY, units: [3, 7] }, 1000, 24);
    expect(count.bounds).toBeGreaterThan(count.moved / 2);
  }, 300_000);

  test('few distinct values: many ties', () => {
    checkMany({ ...ORDINARY, units: [3, 6], most: 2 }, 200, 16);
  }, 120_000);

  test.each([
    [[{ rule: 'geometric' }]],
    [[{ rule: 'harmonic' }]],
    [[{ rule: 'power', exponent: 2 }]],
    [[{ rule: 'power', exponent: -1.5 }]],
  ] as const)(
    'the same mean at every level: %j',
    (aggregation) => {
      const count = checkMany(
        { ...ORDINARY, aggregations: [aggregation], missing: ['available', 'available-leaf'] },
        60,
        12,
      );
      expect(count.moved).toBeGreaterThan(0);
    },
    120_000,
  );

  test('a mean above, anything below: the nodes whose parents lead up through one mean are exact', () => {
    const count = checkMany(
      {
        ...ORDINARY,
        depth: [2],
        aggregations: [
          [{ rule: 'median' }, { rule: 'arithmetic' }],
          [{ rule: 'geometric' }, { rule: 'arithmetic' }],
        ],
        missing: ['available', 'zero'],
      },
      100,
      12,
    );
    expect(count.moved).toBeGreaterThan(0);
  }, 120_000);
});

test('of some parents only, the intervals are those of all', () => {
  fc.assert(
    fc.property(randomRequest(ORDINARY), (request) => {
      const model = weightModel(createScorer(request), request.method);
      const settings = {
        question: { kind: 'order' } as const,
        locked: new Set<NodeCode>(),
        remembered: NONE,
      };
      const [first, ...others] = [...stabilityIntervalsByParent(model, settings)];
      fc.pre(others.length > 0);
      const index = new Set([model.tree.codes[0]!]);
      expect([...stabilityIntervalsByParent(model, settings, index)]).toEqual([first]);
    }),
    { numRuns: examples(20) },
  );
});
