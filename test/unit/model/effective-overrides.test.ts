import { expect, test } from 'vitest';
import { effectiveOverrides } from '../../../shared/model/effective-overrides.ts';
import { BASELINE, type ScenarioId } from '../../../shared/model/ids.ts';
import type { Override, Scenario } from '../../../shared/model/scenario.ts';
import { node, unit } from '../../support/small-content.ts';

const scenario = (id: string, parent: string | null, ...overrides: Override[]): Scenario => ({
  id: id as ScenarioId,
  parent: parent as ScenarioId | null,
  name: id,
  description: '',
  overrides,
});
const weight = (of: string, value: number): Override => ({
  kind: 'weight',
  node: node(of),
  weight: value,
});

test('the nearest override of a thing wins, the others are inherited', () => {
  const scenarios = [
    scenario(BASELINE, null),
    scenario('far', BASELINE, weight('x', 1), weight('y', 2)),
    scenario('near', 'far', weight('x', 3)),
  ];
  expect(effectiveOverrides(scenarios, 'near' as ScenarioId)).toEqual([
    weight('x', 3),
    weight('y', 2),
  ]);
});

test('parts of the method add up', () => {
  const scenarios = [
    scenario('far', BASELINE, { kind: 'method', part: { minCoverage: 0.1, missing: 'zero' } }),
    scenario('near', 'far', { kind: 'method', part: { minCoverage: 0.2 } }),
  ];
  expect(effectiveOverrides(scenarios, 'near' as ScenarioId)).toEqual([
    { kind: 'method', part: { minCoverage: 0.2, missing: 'zero' } },
  ]);
});

test('what baseline leaves out is no change', () => {
  const excluded: Override = { kind: 'unit-inclusion', unit: unit('a'), included: false };
  const scenarios = [scenario(BASELINE, null, excluded), scenario('s', BASELINE)];
  expect(effectiveOverrides(scenarios, 's' as ScenarioId)).toEqual([]);
});

test('a circle of parents ends', () => {
  const scenarios = [scenario('a', 'b', weight('x', 1)), scenario('b', 'a')];
  expect(effectiveOverrides(scenarios, 'a' as ScenarioId)).toEqual([weight('x', 1)]);
});
