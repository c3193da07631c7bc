import { describe, expect, it } from 'vitest';
import {
  type StabilityBound,
  type StabilityQuestion,
  type StabilitySettings,
  stabilityIntervals,
} from '../../../../electron/engine/exact/stability-interval.ts';
import { weightModel } from '../../../../electron/engine/exact/weight-model.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import type { NodeCode, UnitCode } from '../../../../shared/model/ids.ts';
import type { Method } from '../../../../shared/model/method.ts';
import { expectAppError } from '../expect-app-error.ts';
import { AS_IS, type Group, type Leaf, makeFramework, makeRequest } from '../make-request.ts';

/** Crossings worked out on paper: s is the share that moves. */

const TWO: Leaf[] = [{ code: 'a' }, { code: 'b' }];
const NONE: ReadonlySet<NodeCode> = new Set();

interface Setting {
  readonly method?: Partial<Method>;
  readonly locked?: readonly string[];
  readonly givers?: readonly string[];
  readonly remembered?: Record<string, number>;
}

/** The interval of every node: [low, its event, high, its event, what fixes it], units and nodes by code. */
function intervals(
  children: readonly (Leaf | Group)[],
  rows: Record<string, (number | null)[]>,
  question: StabilityQuestion | { kind: 'pair'; units: [string, string] },
  { method = {}, locked = [], givers = [], remembered = {} }: Setting = {},
) {
  const request = makeRequest(makeFramework(children), rows, { normalisation: AS_IS, ...method });
  const scorer = createScorer(request);
  const { units, nodes } = scorer.result;
  const numberOf = (unit: string | number) => units.indexOf(unit as UnitCode);
  const settings: StabilitySettings = {
    question:
      question.kind === 'pair'
        ? { kind: 'pair', units: [numberOf(question.units[0]), numberOf(question.units[1])] }
        : question,
    locked: new Set(locked as NodeCode[]),
    givers: givers.length === 0 ? NONE : new Set(givers as NodeCode[]),
    remembered: new Map(Object.entries(remembered) as [NodeCode, number][]),
  };
  const inWords = ({ event }: StabilityBound) => {
    if (event === null) return 'end';
    if (event.kind === 'swap') return `${units[event.ahead]} passes ${units[event.behind]}`;
    return `${event.kind} ${units[event.unit]}`;
  };
  const found = stabilityIntervals(weightModel(scorer, request.method), settings);
  return Object.fromEntries(
    found.map(({ node, fixed, low, high, most }) => [
      nodes[node]!,
      fixed ?? {
        low: low.share,
        lowEvent: inWords(low),
        high: high.share,
        highEvent: inWords(high),
        most,
      },
    ]),
  );
}

function near(share: number): number {
  return expect.closeTo(share, 8) as number;
}

describe('two indicators, s the share of a', () => {
  // u = s, v = 0.8(1 − s), w = 0.2. u and v meet at 4/9, v and w at ¾, u and w at 0.2.
  const rows = { u: [1, 0], v: [0, 0.8], w: [0.2, 0.2] };
  const whole = { low: 0, lowEvent: 'end', high: 1, highEvent: 'end', most: 1 };

  it('the order holds until the first two meet', () => {
    expect(intervals(TWO, rows, { kind: 'order' })).toEqual({
      a: {
        low: near(4 / 9),
        lowEvent: 'v passes u',
        high: near(0.75),
        highEvent: 'w passes v',
        most: 1,
      },
      b: {
        low: near(0.25),
        lowEvent: 'w passes v',
        high: near(5 / 9),
        highEvent: 'v passes u',
        most: 1,
      },
    });
  });

  it('the first one, the first two, and all three', () => {
    expect(intervals(TWO, rows, { kind: 'top', count: 1 })['a']).toEqual({
      ...whole,
      low: near(4 / 9),
      lowEvent: 'v passes u',
    });
    expect(intervals(TWO, rows, { kind: 'top', count: 2 })['a']).toEqual({
      low: near(0.2),
      lowEvent: 'w passes u',
      high: near(0.75),
      highEvent: 'w passes v',
      most: 1,
    });
    expect(intervals(TWO, rows, { kind: 'top', count: 3 })['a']).toEqual(whole);
    expect(intervals(TWO, rows, { kind: 'top', count: 9 })['a']).toEqual(whole);
  });

  it('two units, whichever is named first', () => {
    for (const units of [
      ['v', 'w'],
      ['w', 'v'],
    ] as [string, string][]) {
      expect(intervals(TWO, rows, { kind: 'pair', units })['a']).toEqual({
        ...whole,
        high: near(0.75),
        highEvent: 'w passes v',
      });
    }
  });

  it('refuses a top of nobody, and a unit that is not ranked', () => {
    for (const count of [0, NaN]) {
      expectAppError(() => intervals(TWO, rows, { kind: 'top', count }), 'E_INPUT', {
        reason: 'top-count',
        expected: '≥ 1',
        found: String(count),
      });
    }
    const gone = { ...rows, w: [null, null] };
    expectAppError(() => intervals(TWO, gone, { kind: 'pair', units: ['u', 'w'] }), 'E_INPUT', {
      reason: 'unit-not-ranked',
      unit: 'w',
    });
  });
});

describe('ties', () => {
  it('part where they start, each to its side', () => {
    const rows = { u: [1, 0], v: [0, 1] };
    for (const question of [{ kind: 'order' }, { kind: 'pair', units: ['v', 'u'] }] as const) {
      expect(intervals(TWO, rows, question as StabilityQuestion)['a']).toEqual({
        low: near(0.5),
        lowEvent: 'v passes u',
        high: near(0.5),
        highEvent: 'u passes v',
        most: 1,
      });
    }
  });

  it('at the border of the top end it too', () => {
    // u and v share the first place; w would come first below s = ¼, x never.
    const rows = { u: [1, 0], v: [0, 1], w: [0.3, 0.3], x: [0, 0] };
    expect(intervals(TWO, rows, { kind: 'top', count: 1 })['a']).toMatchObject({
      low: near(0.5),
      lowEvent: 'v passes u',
      high: near(0.5),
      highEvent: 'u passes v',
    });
    expect(intervals(TWO, rows, { kind: 'top', count: 2 })['a']).toMatchObject({
      low: near(0.3),
      lowEvent: 'w passes u',
      high: near(0.7),
      highEvent: 'w passes v',
    });
  });

  it('of units that are alike in everything never part', () => {
    const rows = { u: [0.4, 0.6], v: [0.4, 0.6] };
    expect(intervals(TWO, rows, { kind: 'order' })['a']).toMatchObject({
      lowEvent: 'end',
      highEvent: 'end',
    });
  });

  it('touching is not passing', () => {
    // u − v = s: they meet at the very end of the slider.
    const found = intervals(TWO, { u: [1, 0.5], v: [0, 0.5] }, { kind: 'pair', units: ['u', 'v'] });
    expect(found['a']).toMatchObject({ low: 0, high: 1, highEvent: 'end' });
  });
});

describe('gaps', () => {
  it('coverage that falls below the least ends it, and coverage that becomes enough', () => {
    // u lacks b and is covered to s; x lacks a and is covered to 1 − s.
    const rows = { u: [1, null], v: [0, 0.8], x: [null, 0.1] };
    const least = (minCoverage: number) => ({ method: { minCoverage } });
    expect(intervals(TWO, rows, { kind: 'order' }, least(0.45))['a']).toMatchObject({
      low: near(0.45),
      lowEvent: 'coverage u',
      high: near(0.55),
      highEvent: 'coverage x',
    });
    // From s = ⅔, where x is not ranked.
    const heavy = [{ code: 'a', weight: 2 }, { code: 'b' }];
    for (const question of [{ kind: 'order' }, { kind: 'top', count: 3 }] as const) {
      expect(intervals(heavy, rows, question, least(0.5))['a']).toMatchObject({
        low: near(0.5),
        lowEvent: 'coverage x',
        high: 1,
        highEvent: 'end',
      });
    }
    // x is ranked from there on, but stays behind until v = 0.8(1 − s) is down to 0.1.
    expect(intervals(heavy, rows, { kind: 'top', count: 2 }, least(0.5))['a']).toMatchObject({
      lowEvent: 'coverage u',
      highEvent: 'end',
    });
  });

  it('a score that is left without any weight ends there', () => {
    const rows = { u: [1, null], v: [0, 0.8] };
    expect(intervals(TWO, rows, { kind: 'order' })['a']).toMatchObject({
      low: 0,
      lowEvent: 'no-weight-left u',
      high: 1,
      highEvent: 'end',
    });
  });

  it('change the denominators, by leaves or by children', () => {
    // Within G: u has only a there, and 0.2 on c; v = ½(1 − s) + 0.2.
    const nested = [{ code: 'G', children: TWO }, { code: 'c' }];
    const rows = { u: [1, null, 0.2], v: [0, 1, 0.4] };
    // G counts as a whole: u = 0.6, and v reaches it at s = 0.2.
    expect(
      intervals(nested, rows, { kind: 'order' }, { method: { missing: 'available' } })['a'],
    ).toMatchObject({ low: near(0.2), lowEvent: 'v passes u', high: 1 });
    // u = (½s + 0.1)/(½s + ½): equal where s² + 1.6s − 1 = 0.
    expect(
      intervals(nested, rows, { kind: 'order' }, { method: { missing: 'available-leaf' } })['a'],
    ).toMatchObject({
      low: near((-1.6 + Math.sqrt(1.6 ** 2 + 4)) / 2),
      lowEvent: 'v passes u',
      high: 1,
    });
  });
});

describe('who comes into the top', () => {
  it('does so with its coverage, or later, when it passes', () => {
    // From s = ⅔ down: x lacks a, is ranked from s = ½ on, and has 0.8 there.
    const heavy = [{ code: 'a', weight: 2 }, { code: 'b' }];
    const first = (u: number[]) =>
      intervals(
        heavy,
        { u, x: [null, 0.8] },
        { kind: 'top', count: 1 },
        { method: { minCoverage: 0.5 } },
      )['a'];
    // u = 0.5 + 0.4s is down to 0.7 by then.
    expect(first([0.9, 0.5])).toMatchObject({ low: near(0.5), lowEvent: 'coverage x' });
    // u = 0.7 + 0.3s is at 0.85, and level at s = ⅓.
    expect(first([1, 0.7])).toMatchObject({ low: near(1 / 3), lowEvent: 'x passes u' });
    // u = 1 − 0.1s stays ahead all the way.
    expect(first([0.9, 1])).toMatchObject({ low: 0, lowEvent: 'end' });
  });

  it('jumps there, where what it has below a group weighs nothing until the slider moves', () => {
    // G half, of which a has nothing and b all; w has a alone there, so that c is its whole score.
    const nested = [
      { code: 'G', children: [{ code: 'a', weight: 0 }, { code: 'b' }] },
      { code: 'c' },
    ];
    const moved = (w: number, question: StabilityQuestion) =>
      intervals(nested, { u: [0.5, 0.5, 0.5], w: [w, null, 0.2] }, question, {
        method: { missing: 'available' },
      })['a'];
    // At once G = 1, and w = 0.6.
    expect(moved(1, { kind: 'top', count: 1 })).toMatchObject({ high: 0, highEvent: 'w passes u' });
    expect(moved(0.6, { kind: 'top', count: 1 })).toMatchObject({ high: 1, highEvent: 'end' });
    expect(moved(1, { kind: 'order' })).toMatchObject({ high: 0, highEvent: 'no-weight-left w' });
    expect(moved(0.6, { kind: 'order' })).toMatchObject({ high: 0, highEvent: 'no-weight-left w' });
  });

  it('of several that share the border, the last ones leave when enough others have parted', () => {
    // All three at 0.5. Upwards u gains 1, v ½ and w none, downwards w is ahead of v and u.
    const rows = { w: [0.5, 0.5], u: [1, 0], v: [0.75, 0.25] };
    for (const count of [1, 2]) {
      expect(intervals(TWO, rows, { kind: 'top', count })['a']).toMatchObject({
        low: near(0.5),
        high: near(0.5),
      });
    }
    expect(intervals(TWO, rows, { kind: 'top', count: 2 })['a']).toMatchObject({
      highEvent: 'v passes w',
      lowEvent: 'v passes u',
    });
    // w and x tie for the second place behind u, and part upwards; v is far behind.
    const second = { u: [1, 1], v: [0, 0], w: [0.5, 0.5], x: [0.7, 0.3] };
    expect(intervals(TWO, second, { kind: 'top', count: 2 })['a']).toMatchObject({
      low: near(0.5),
      lowEvent: 'w passes x',
      high: near(0.5),
      highEvent: 'x passes w',
    });
    expect(intervals(TWO, second, { kind: 'top', count: 3 })['a']).toMatchObject({
      lowEvent: 'end',
      highEvent: 'end',
    });
  });
});

describe('other means', () => {
  it('are linear in a space of their own', () => {
    const rows = { u: [8, 1], v: [2, 4] };
    const all = (rule: Method['aggregation'][number]) => ({ method: { aggregation: [rule] } });
    // 8^s = 2^s · 4^(1 − s): 3s = 2 − s.
    expect(intervals(TWO, rows, { kind: 'order' }, all({ rule: 'geometric' }))['a']).toMatchObject({
      low: near(0.5),
    });
    // s/8 + 1 − s = s/2 + (1 − s)/4: 3/4 = (3/4 + 3/8)s.
    expect(intervals(TWO, rows, { kind: 'order' }, all({ rule: 'harmonic' }))['a']).toMatchObject({
      high: near(2 / 3),
      highEvent: 'u passes v',
    });
    // 64s + 1 − s = 4s + 16(1 − s): 75s = 15.
    expect(
      intervals(TWO, rows, { kind: 'order' }, all({ rule: 'power', exponent: 2 }))['a'],
    ).toMatchObject({ low: near(0.2), lowEvent: 'v passes u' });
    expect(intervals(TWO, rows, { kind: 'order' }, all({ rule: 'min' }))['a']).toBe('aggregation');
  });

  it('must be the same from the parent up', () => {
    const nested = [{ code: 'G', children: TWO }, { code: 'c' }, { code: 'd' }];
    const found = intervals(
      nested,
      { u: [8, 1, 5, 3], v: [2, 4, 4, 5] },
      { kind: 'order' },
      { method: { aggregation: [{ rule: 'geometric' }, { rule: 'arithmetic' }] } },
    );
    expect(found['a']).toBe('aggregation');
    expect(found['c']).toMatchObject({ most: 1 });
  });
});

describe('what holds a handle', () => {
  const three: Leaf[] = [{ code: 'a' }, { code: 'b' }, { code: 'c' }];
  const rows = { u: [1, 0, 0.3], v: [0, 1, 0] };

  it('locks, and having no siblings', () => {
    expect(intervals(three, rows, { kind: 'order' }, { locked: ['a'] })['a']).toBe('locked');
    expect(intervals(three, rows, { kind: 'order' }, { locked: ['b', 'c'] })['a']).toBe(
      'others-locked',
    );
    const lone = [{ code: 'G', children: [{ code: 'a' }] }, { code: 'b' }];
    expect(intervals(lone, { u: [1, 0], v: [0, 1] }, { kind: 'order' })['a']).toBe('only-child');
  });

  it('all siblings share, or one gives and takes alone', () => {
    // b = c = (1 − s)/2: u = s + 0.15(1 − s), v = (1 − s)/2.
    expect(intervals(three, rows, { kind: 'order' })['a']).toMatchObject({
      low: near(0.35 / 1.35),
      most: 1,
    });
    // c stays at ⅓: u = s + 0.1, v = ⅔ − s.
    const given = { low: near((2 / 3 - 0.1) / 2), most: near(2 / 3) };
    expect(intervals(three, rows, { kind: 'order' }, { givers: ['b'] })['a']).toMatchObject(given);
    expect(intervals(three, rows, { kind: 'order' }, { locked: ['c'] })['a']).toMatchObject(given);
    // A giver that is locked gives nothing, and does not give to itself.
    const locked = { givers: ['b'], locked: ['b'] };
    expect(intervals(three, rows, { kind: 'order' }, locked)['a']).toMatchObject({
      most: near(2 / 3),
    });
    expect(intervals(three, rows, { kind: 'order' }, { givers: ['b'] })['b']).toMatchObject({
      most: 1,
    });
  });

  it('a sibling at 0 that is remembered comes back as soon as the handle moves', () => {
    // b and c share as 2 to 1 then: u = 1.2s against v = ⅔(1 − s), although b is ½ now.
    const half = [{ code: 'a' }, { code: 'b' }, { code: 'c', weight: 0 }];
    const found = intervals(
      half,
      { u: [1.2, 0, 0], v: [0, 1, 0] },
      { kind: 'order' },
      { remembered: { c: 0.25 } },
    );
    expect(found['a']).toMatchObject({ low: near(2 / 3 / (1.2 + 2 / 3)), lowEvent: 'v passes u' });
  });
});
