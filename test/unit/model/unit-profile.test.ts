import { describe, expect, test } from 'vitest';
import { score } from '../../../electron/engine/score.ts';
import { indexFramework } from '../../../shared/model/framework-index.ts';
import type { Framework } from '../../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { DEFAULT_METHOD } from '../../../shared/model/method.ts';
import { viewResult } from '../../../shared/model/result-view.ts';
import { advantage, unitProfile } from '../../../shared/model/unit-profile.ts';
import { PLAIN_INDICATOR } from '../../support/plain-indicator.ts';

const name = { zh: '名', en: 'name' };
const node = (code: string, parent: string | null, weight: number, leaf: boolean) => ({
  code: code as NodeCode,
  parent: parent as NodeCode | null,
  name,
  weight,
  indicator: leaf ? PLAIN_INDICATOR : null,
});
const framework: Framework = {
  id: 'f',
  name,
  source: null,
  assumptions: [],
  nodes: [
    node('index', null, 1, false),
    node('d1', 'index', 3, false),
    node('a', 'd1', 1, true),
    node('b', 'd1', 3, true),
    node('d2', 'index', 1, false),
    node('c', 'd2', 1, true),
  ],
};
const units = ['u', 'v', 'w'].map((code) => ({ code: code as UnitCode, name, attributes: {} }));
/** Indicator-major: a, b, c for u, v, w. */
const values = Float64Array.of(10, 20, 30, 5, NaN, 1, NaN, 2, 4);
const view = viewResult(
  score({
    framework,
    units,
    values,
    method: DEFAULT_METHOD,
    excludedUnits: new Set(),
    excludedNodes: new Set(),
    plausible: null,
  }),
);
const leaves = ['a', 'b', 'c'];

/** Whether the table above has a value. */
function hasValueOf(unit: string): (indicator: NodeCode) => boolean {
  const at = units.findIndex(({ code }) => code === unit);
  return (indicator) => !Number.isNaN(values[leaves.indexOf(indicator) * units.length + at]);
}
const profileOf = (unit: string, shown = view) =>
  unitProfile(indexFramework(framework), shown, unit as UnitCode, hasValueOf(unit));
const profile = profileOf('u');

describe('a unit’s profile', () => {
  test('splits the indicators into present and missing', () => {
    expect(profile.present.map((each) => each.node)).toEqual(['a', 'b']);
    expect(profile.missing.map((each) => each.node)).toEqual(['c']);
  });

  test('compares with the median of the others that have a value', () => {
    const [a, b] = profile.present;
    expect(a?.medianOfOthers).toBe(75);
    expect(b?.medianOfOthers).toBe(0);
    expect(profile.missing[0]?.medianOfOthers).toBe(50);
  });

  test('orders strengths and weaknesses by weighted advantage', () => {
    expect(profile.strengths.map((each) => each.node)).toEqual(['b']);
    expect(profile.weaknesses.map((each) => each.node)).toEqual(['a']);
    expect(advantage(profile.strengths[0]!)).toBeCloseTo(100 * 0.75 * 0.75);
    expect(advantage(profile.weaknesses[0]!)).toBeCloseTo(-75 * 0.75 * 0.25);
  });

  test('covers a dimension by the share of its own weight that has values', () => {
    expect(profile.dimensions.map((each) => each.coverage)).toEqual([1, 0]);
    const other = profileOf('v');
    expect(other.dimensions.map((each) => each.coverage)).toEqual([0.25, 1]);
  });

  test('is covered by what was adopted, neither by what a method imputes nor less by a constant column', () => {
    const request = {
      framework,
      units,
      excludedUnits: new Set<UnitCode>(),
      excludedNodes: new Set<NodeCode>(),
      plausible: null,
    };
    const imputing = viewResult(
      score({ ...request, values, method: { ...DEFAULT_METHOD, missing: 'median' } }),
    );
    expect(imputing.value('c' as NodeCode, 'u' as UnitCode)).not.toBeNaN();
    const imputed = profileOf('u', imputing);
    expect(imputed.dimensions.map((each) => each.coverage)).toEqual([1, 0]);

    const constant = viewResult(
      score({
        ...request,
        values: Float64Array.of(10, 20, 30, 5, 5, 5, 1, 2, 4),
        method: DEFAULT_METHOD,
      }),
    );
    const known = unitProfile(indexFramework(framework), constant, 'u' as UnitCode, () => true);
    expect(constant.value('b' as NodeCode, 'u' as UnitCode)).toBeNaN();
    expect(known.dimensions[0]?.coverage).toBe(1);
    expect(known.missing).toEqual([]);
    expect(known.present.map(({ node }) => node)).toContain('b');
    expect(known.dimensions[0]?.coverage).toBe(
      constant.result.coverage[constant.unitPosition('u' as UnitCode)],
    );
  });

  test('names the best value and who has it', () => {
    expect(profile.present[0]?.best).toEqual({ unit: 'w', value: 100 });
  });
});
