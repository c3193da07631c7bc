import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BASELINE, type NodeCode, type ScenarioId } from '../../../shared/model/ids.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { DEFAULT_METHOD, Normalisation } from '../../../shared/model/method.ts';
import { flagsOf } from '../../../renderer/features/diagnostics/diagnosis-flags.ts';
import { formatCorrelation } from '../../../renderer/features/diagnostics/correlation-format.ts';
import { placeOfError } from '../../../renderer/features/method/error-place.ts';
import {
  chooseMethod,
  differingParts,
  discardMethod,
  methodDraft,
} from '../../../renderer/features/method/method-draft.ts';
import {
  newNormalisation,
  NORMALISATIONS,
} from '../../../renderer/features/method/method-rules.ts';
import { parseNumber } from '../../../renderer/features/method/parse-number.ts';
import { clearLayout, keepMemory, loadLayout } from '../../../renderer/stores/layout-store.ts';
import type { Diagnosis } from '../../../shared/model/diagnosis.ts';
import { connectFake } from './fake-client.ts';

const other = 'other' as ScenarioId;

beforeEach(() => {
  discardMethod(BASELINE);
  discardMethod(other);
});

describe('a draft of a method', () => {
  test('keeps the parts that differ, scenario by scenario', () => {
    chooseMethod(BASELINE, { missing: 'zero' }, DEFAULT_METHOD);
    chooseMethod(BASELINE, { minCoverage: 0.5 }, DEFAULT_METHOD);
    chooseMethod(other, { missing: 'mean' }, DEFAULT_METHOD);
    expect(methodDraft(BASELINE)).toEqual({ missing: 'zero', minCoverage: 0.5 });
    expect(methodDraft(other)).toEqual({ missing: 'mean' });
    discardMethod(BASELINE);
    expect(methodDraft(BASELINE)).toEqual({});
    expect(methodDraft(other)).toEqual({ missing: 'mean' });
  });

  test('is none when the choice goes back to what is in force', () => {
    chooseMethod(BASELINE, { aggregation: [{ rule: 'geometric' }] }, DEFAULT_METHOD);
    chooseMethod(BASELINE, { aggregation: [{ rule: 'arithmetic' }] }, DEFAULT_METHOD);
    expect(methodDraft(BASELINE)).toEqual({});
  });

  test('is kept with the workbook, and is there after a restart', async () => {
    vi.useFakeTimers();
    let stored: string | null = null;
    connectFake({
      'layout.get': () => ({ layout: stored }),
      'layout.set': ({ layout }) => {
        stored = layout;
        return {};
      },
    });
    await loadLayout();
    chooseMethod(other, { missing: 'mean' }, DEFAULT_METHOD);
    await vi.advanceTimersByTimeAsync(1000);
    clearLayout();
    expect(methodDraft(other)).toEqual({});
    await loadLayout();
    expect(methodDraft(other)).toEqual({ missing: 'mean' });
    vi.useRealTimers();
  });

  test('that no version understands is none', () => {
    keepMemory('method.drafts', { [BASELINE]: { missing: 'by magic' } });
    expect(methodDraft(BASELINE)).toEqual({});
  });

  test('does not mind the order in which fields were made', () => {
    const inForce = {
      ...DEFAULT_METHOD,
      normalisation: { low: 0, high: 100, rule: 'min-max' as const },
    };
    const same = { normalisation: { rule: 'min-max' as const, high: 100, low: 0 } };
    expect(differingParts(same, inForce)).toEqual({});
    const otherOrder = { aggregation: [{ rule: 'min' as const }, { rule: 'max' as const }] };
    expect(
      differingParts(otherOrder, {
        ...DEFAULT_METHOD,
        aggregation: [{ rule: 'max' }, { rule: 'min' }],
      }),
    ).toEqual(otherOrder);
  });
});

test('every rule begins with parameters that the contract takes', () => {
  for (const range of [null, { lower: 3, upper: 9 }]) {
    for (const rule of NORMALISATIONS) {
      const value = newNormalisation(rule, {
        reference: 'a' as never,
        range,
        hasGoalposts: range === null,
        hasScaledBounds: range === null,
      });
      expect(Normalisation.safeParse(value).success, rule).toBe(true);
      expect(value.rule).toBe(rule);
    }
  }
});

describe('where a refusal is told', () => {
  const refusal = (reason: string, node?: string) =>
    new AppError('E_PRECONDITION', 'refused', { reason, ...(node === undefined ? {} : { node }) });

  test('at the choice it is about', () => {
    const place = (reason: string) => placeOfError(refusal(reason), DEFAULT_METHOD).choice;
    expect(place('mean-needs-positive')).toBe('aggregation');
    expect(place('unit-without-group')).toBe('missing');
    expect(place('no-goalposts')).toBe('normalisation');
    expect(place('more-than-memory')).toBe('whole');
    expect(placeOfError(new Error('x'), DEFAULT_METHOD).choice).toBe('whole');
  });

  test('at the indicator whose own rule it is', () => {
    const method = {
      ...DEFAULT_METHOD,
      normalisationByIndicator: {
        ['a' as NodeCode]: { rule: 'distance-to-target' as const, target: null, cap: false },
      },
    };
    expect(placeOfError(refusal('no-target', 'a'), method)).toEqual({
      choice: 'indicator',
      indicator: 'a',
    });
    expect(placeOfError(refusal('no-target', 'b'), method)).toEqual({ choice: 'normalisation' });
  });
});

describe('a typed number', () => {
  test.each([
    ['1.5', 1.5],
    [' −2 ', -2],
    ['１２', 12],
    ['1,000', 1000],
    ['30%', 30],
    ['1e3', 1000],
    ['.5', 0.5],
    ['', null],
    ['1.2.3', null],
    ['1e999', null],
    ['abc', null],
  ])('%j is %j', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });
});

test('flags of columns stand before those of pairs: nothing known, nothing told apart, long tails', () => {
  const column = (node: string, part: object) => ({
    node,
    present: 5,
    lowest: 0,
    highest: 1,
    skew: 0,
    kurtosis: 0,
    ...part,
  });
  const pair = { kind: 'opposed', one: 'a', other: 'b', correlation: -0.5, pairs: 5 };
  const diagnosis = {
    indicators: [
      column('a', { skew: -2, kurtosis: 3.5 }),
      column('b', { skew: 9, kurtosis: 3.4 }),
      column('c', { highest: 0 }),
      column('d', { present: 0 }),
      column('e', { present: 1, highest: 0 }),
    ],
    flags: [pair],
  } as unknown as Diagnosis;
  expect(flagsOf(diagnosis, DEFAULT_METHOD.treatment).map(({ kind, one }) => [kind, one])).toEqual([
    ['empty', 'd'],
    ['constant', 'c'],
    ['longTailed', 'a'],
    ['opposed', 'a'],
  ]);
});

test('a correlation is written with two decimals and a true minus', () => {
  expect([0.9249, -0.4, -0.001, 1, NaN].map(formatCorrelation)).toEqual([
    '0.92',
    '−0.40',
    '0.00',
    '1.00',
    '—',
  ]);
});
