import { describe, expect, test } from 'vitest';
import {
  combinationCount,
  methodOptions,
  needsPositiveScale,
  replacedRules,
  toggled,
} from '../../../../renderer/features/robustness/setup/method-options.ts';
import { parseTyped } from '../../../../renderer/features/robustness/setup/parse-typed.ts';
import {
  drawsRequest,
  INITIAL_SETUP,
  inputsOf,
  newSeed,
  RobustnessSetup,
  sourcesOf,
} from '../../../../renderer/features/robustness/setup/robustness-setup.ts';
import { DEFAULT_METHOD } from '../../../../shared/model/method.ts';
import {
  NO_METHOD_CHOICES,
  Seed,
  UncertaintyRequest,
} from '../../../../shared/model/uncertainty.ts';
import { usualMethodChoices } from '../../../../shared/model/usual-method-choices.ts';
import { node } from '../results.ts';

const surroundings = { locked: [node('b'), node('a')], usualChoices: NO_METHOD_CHOICES };

describe('what is ticked', () => {
  test('as it comes can be run at once', () => {
    const request = drawsRequest(INITIAL_SETUP, sourcesOf(INITIAL_SETUP, surroundings));
    expect(UncertaintyRequest.parse(request)).toEqual(request);
    expect(inputsOf(request.sources)).toEqual(['weights', 'gaps']);
    expect(RobustnessSetup.parse(INITIAL_SETUP)).toEqual(INITIAL_SETUP);
  });

  test('decides what varies, each source by itself', () => {
    const none: RobustnessSetup = {
      ...INITIAL_SETUP,
      weights: { ...INITIAL_SETUP.weights, on: false },
      gaps: false,
    };
    expect(sourcesOf(none, surroundings)).toEqual({
      weights: null,
      locked: [],
      values: null,
      gaps: false,
      methods: NO_METHOD_CHOICES,
    });
    const values = { on: true, high: 0.01, medium: 0.02, low: 0.03 };
    expect(sourcesOf({ ...none, values }, surroundings).values).toEqual({
      byConfidence: { high: 0.01, medium: 0.02, low: 0.03 },
      cells: [],
    });
    const simplex = { ...INITIAL_SETUP.weights, rule: 'simplex' as const };
    expect(sourcesOf({ ...none, weights: simplex }, surroundings).weights).toEqual({
      rule: 'simplex',
    });
  });

  test('keeps the locks in one order, so that an equal question is the same question', () => {
    expect(sourcesOf(INITIAL_SETUP, surroundings).locked).toEqual(['a', 'b']);
    const free = { ...INITIAL_SETUP.weights, keepLocks: false };
    expect(sourcesOf({ ...INITIAL_SETUP, weights: free }, surroundings).locked).toEqual([]);
  });

  test('counts a part of the method as a source only when there is a choice', () => {
    const methods = { ...NO_METHOD_CHOICES, missing: ['zero', 'mean'] as ('zero' | 'mean')[] };
    const sources = { ...sourcesOf(INITIAL_SETUP, surroundings), methods };
    expect(inputsOf(sources)).toEqual(['weights', 'gaps', 'missing']);
    expect(inputsOf({ ...sources, methods: { ...methods, missing: ['zero'] } })).toEqual([
      'weights',
      'gaps',
    ]);
  });
});

describe('method choices', () => {
  const options = methodOptions(DEFAULT_METHOD);

  test('put the own choice of the workbook first and offer nothing twice', () => {
    expect(options.normalisation[0]).toEqual(DEFAULT_METHOD.normalisation);
    expect(options.missing[0]).toBe('available');
    for (const list of Object.values(options)) {
      const texts = list.map((each) => JSON.stringify(each));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  test('offer means of groups only where there are groups', () => {
    expect(options.missing).not.toContain('group-mean');
    const grouped = methodOptions({ ...DEFAULT_METHOD, groupAttribute: 'region' });
    expect(grouped.missing).toContain('group-mean');
  });

  test('are ticked and unticked one at a time, in the order of the options', () => {
    const one = toggled(options, NO_METHOD_CHOICES, 'missing', 2);
    const two = toggled(options, one, 'missing', 0);
    expect(two.missing).toEqual([options.missing[0], options.missing[2]]);
    expect(toggled(options, two, 'missing', 2).missing).toEqual([options.missing[0]]);
  });

  test('are counted as combinations; a part without ticks counts once', () => {
    expect(combinationCount(NO_METHOD_CHOICES)).toBe(1);
    const usual = usualMethodChoices(DEFAULT_METHOD, true);
    expect(combinationCount(usual)).toBe(2 * 2 * usual.missing.length);
    expect(usualMethodChoices(DEFAULT_METHOD, false).missing).toEqual([]);
  });

  test('warn of means that need positive values', () => {
    const geometric = { ...NO_METHOD_CHOICES, aggregation: [[{ rule: 'geometric' as const }]] };
    expect(needsPositiveScale(geometric, DEFAULT_METHOD)).toBe(true);
    expect(needsPositiveScale(NO_METHOD_CHOICES, DEFAULT_METHOD)).toBe(false);
    const positive = {
      ...geometric,
      normalisation: [{ rule: 'min-max' as const, low: 1, high: 100 }],
    };
    expect(needsPositiveScale(positive, DEFAULT_METHOD)).toBe(false);
    expect(needsPositiveScale(usualMethodChoices(DEFAULT_METHOD, true), DEFAULT_METHOD)).toBe(
      false,
    );
  });
});

test('a new seed is a seed', () => {
  for (const random of [0, 0.5, 1 - Number.EPSILON]) {
    expect(Seed.safeParse(newSeed(() => random)).success).toBe(true);
  }
});

test('numbers are understood as people type them', () => {
  expect(parseTyped('10,000')).toBe(10_000);
  expect(parseTyped('２５')).toBe(25);
  expect(parseTyped(' 0.5 ')).toBe(0.5);
  expect(parseTyped('')).toBeNaN();
  expect(parseTyped('ten')).toBeNaN();
});

test('what is ticked for normalisation or treatment replaces the rules of single indicators', () => {
  const method = {
    ...DEFAULT_METHOD,
    normalisationByIndicator: { [node('a')]: { rule: 'fraction-of-max' as const } },
    treatment: {
      ...DEFAULT_METHOD.treatment,
      byIndicator: { [node('b')]: { rule: 'log' as const } },
    },
  };
  const ticked = {
    ...NO_METHOD_CHOICES,
    normalisation: [DEFAULT_METHOD.normalisation],
    missing: ['zero' as const],
  };
  expect(replacedRules(method, ticked, 'normalisation')).toEqual(['a']);
  expect(replacedRules(method, ticked, 'missing')).toEqual([]);
  expect(replacedRules(method, ticked, 'treatment')).toEqual([]);
  const treated = { ...ticked, treatment: ['none' as const] };
  expect(replacedRules(method, treated, 'treatment')).toEqual(['b']);
  expect(replacedRules(DEFAULT_METHOD, treated, 'treatment')).toEqual([]);
});
