import { describe, expect, it } from 'vitest';
import { goalColumns } from '../../../../electron/engine/exact/goal-columns.ts';
import type { NodeCode, UnitCode } from '../../../../shared/model/ids.ts';
import { expectAppError } from '../expect-app-error.ts';
import { type Leaf, makeFramework, makeRequest } from '../make-request.ts';

const FIRST = 'first' as UnitCode;

/** Where one indicator may go for the first of three units; `values` in the order of the units. */
function range(
  leaf: Partial<Leaf>,
  values: readonly [number | null, number | null, number | null],
  own?: { low: number | null; high: number | null },
) {
  const request = makeRequest(makeFramework([{ code: 'a', ...leaf }]), {
    first: [values[0]],
    second: [values[1]],
    third: [values[2]],
  });
  const moves = own === undefined ? null : [{ indicator: 'a' as NodeCode, ...own }];
  const [column] = goalColumns(request, FIRST, 1, moves);
  return column && [column.from, column.worst, column.best];
}

describe('how far an indicator may go', () => {
  it.each<[string, Partial<Leaf>, [number | null, number | null, number | null], unknown]>([
    ['from lowest to highest observed', {}, [4, 9, -2], [4, -2, 9]],
    ['down, where less is better', { direction: -1 }, [4, 9, -2], [4, 9, -2]],
    ['0 to 100 for percent', { type: 'percent' }, [40, 90, null], [40, 0, 100]],
    ['beyond, where percent goes beyond', { type: 'percent' }, [40, 130, -5], [40, -5, 130]],
    ['no or yes', { type: 'boolean' }, [0, 0, 0], [0, 0, 1]],
    ['to the first place of ranks', { type: 'rank', direction: -1 }, [4, 9, 2], [4, 9, 1]],
    ['between goalposts', { goalposts: { lower: 0, upper: 10 } }, [4, 5, 6], [4, 0, 10]],
    [
      'beyond them, where values are',
      { goalposts: { lower: 0, upper: 10 } },
      [4, 15, -3],
      [4, -3, 15],
    ],
    [
      'between goalposts without a value',
      { goalposts: { lower: 2, upper: 7 } },
      [null, null, null],
      [null, 2, 7],
    ],
    ['nowhere without a value', {}, [null, null, null], undefined],
  ])('%s', (_, leaf, values, expected) => {
    expect(range(leaf, values)).toEqual(expected);
  });

  it('a range of one’s own, open ends as the indicator has them', () => {
    expect(range({}, [4, 9, -2], { low: 0, high: 6 })).toEqual([4, 0, 6]);
    expect(range({}, [4, 9, -2], { low: 0, high: null })).toEqual([4, 0, 9]);
    expect(range({ direction: -1 }, [4, 9, -2], { low: null, high: 6 })).toEqual([4, 6, -2]);
    // Where nothing is observed only both ends are a range.
    expect(range({}, [null, null, null], { low: 3, high: 6 })).toEqual([null, 3, 6]);
    expect(range({}, [null, null, null], { low: 3, high: null })).toBeUndefined();
    expect(range({}, [null, null, null], { low: null, high: 3 })).toBeUndefined();
  });

  it('never behind the value now, and to whole numbers where there are only these', () => {
    expect(range({}, [8, 9, -2], { low: 0, high: 6 })).toEqual([8, 0, 8]);
    expect(range({ direction: -1 }, [1, 9, -2], { low: 3, high: 6 })).toEqual([1, 6, 1]);
    expect(range({ type: 'rank', direction: -1 }, [4, 9, 2], { low: 1.5, high: 9 })).toEqual([
      4, 9, 2,
    ]);
    expect(range({ type: 'boolean' }, [0, 0, 1], { low: 0, high: 0.5 })).toEqual([0, 0, 0]);
  });
});

describe('the indicators that take part', () => {
  const framework = makeFramework([
    { code: 'G', children: [{ code: 'a' }, { code: 'b' }] },
    { code: 'c' },
  ]);
  const rows = { first: [1, 2, 3], second: [4, null, 6], third: [7, 8, 9] };
  const request = makeRequest(framework, rows);
  const without = { ...request, excludedNodes: new Set(['G' as NodeCode]) };
  const move = (indicator: string) => ({ indicator: indicator as NodeCode, low: null, high: null });

  it('are all that are scored, with the place of their cell', () => {
    const second = 'second' as UnitCode;
    const columns = goalColumns(request, second, 2, null);
    expect(columns.map(({ indicator, at, from }) => [indicator, at, from])).toEqual([
      ['a', 1, 4],
      ['b', 4, null],
      ['c', 7, 6],
    ]);
    expect(goalColumns(without, second, 2, null).map(({ indicator }) => indicator)).toEqual(['c']);
  });

  it('or those named', () => {
    const named = goalColumns(request, FIRST, 1, [move('c'), move('a')]);
    expect(named.map(({ indicator }) => indicator)).toEqual(['a', 'c']);
    expectAppError(() => goalColumns(without, FIRST, 1, [move('a')]), 'E_NOT_FOUND', {
      reason: 'unknown-node',
      node: 'a',
    });
  });

  it('a unit that is not scored and a rank below 1 are refused', () => {
    const nobody = 'nobody' as UnitCode;
    expectAppError(() => goalColumns(request, nobody, 1, null), 'E_NOT_FOUND', {
      reason: 'unknown-unit',
      unit: 'nobody',
    });
    const excluded = { ...request, excludedUnits: new Set([FIRST]) };
    expectAppError(() => goalColumns(excluded, FIRST, 1, null), 'E_NOT_FOUND', {
      reason: 'unknown-unit',
      unit: 'first',
    });
    for (const rank of [0, NaN]) {
      expectAppError(() => goalColumns(request, FIRST, rank, null), 'E_INPUT', {
        reason: 'goal-rank',
        expected: '≥ 1',
        found: String(rank),
      });
    }
  });
});
