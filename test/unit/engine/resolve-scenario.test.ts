import { describe, expect, it } from 'vitest';
import type { NodeCode, ScenarioId, UnitCode } from '../../../shared/model/ids.ts';
import { DEFAULT_METHOD } from '../../../shared/model/method.ts';
import type { Override, Scenario } from '../../../shared/model/scenario.ts';
import { resolveScenario } from '../../../electron/engine/resolve-scenario.ts';
import { expectAppError } from './expect-app-error.ts';
import { makeFramework } from './make-request.ts';

const framework = makeFramework([
  { code: 'a', weight: 2 },
  { code: 'b', weight: 3 },
]);
const base = { framework, method: DEFAULT_METHOD };
const [a, b] = ['a', 'b'] as NodeCode[] as [NodeCode, NodeCode];
const u = 'u' as UnitCode;

function scenario(id: string, parent: string | null, overrides: Override[] = []): Scenario {
  return {
    id: id as ScenarioId,
    parent: parent as ScenarioId | null,
    name: id,
    description: '',
    overrides,
  };
}

const resolve = (scenarios: Scenario[], id: string) =>
  resolveScenario(scenarios, id as ScenarioId, base);

describe('resolveScenario', () => {
  it('leaves everything as it is without overrides', () => {
    const resolved = resolve([scenario('baseline', null)], 'baseline');
    expect(resolved.framework).toBe(framework);
    expect(resolved.method).toEqual(DEFAULT_METHOD);
    expect([resolved.excludedUnits.size, resolved.excludedNodes.size]).toEqual([0, 0]);
    expect(resolved.values).toEqual([]);
  });

  it('applies the chain from the root down, the nearest winning', () => {
    const scenarios = [
      scenario('child', 'middle', [
        { kind: 'weight', node: a, weight: 9 },
        { kind: 'value', unit: u, indicator: a, value: null, note: 'withdrawn' },
        { kind: 'method', part: { missing: 'zero' } },
      ]),
      scenario('baseline', null),
      scenario('middle', 'baseline', [
        { kind: 'weight', node: a, weight: 5 },
        { kind: 'weight', node: b, weight: 7 },
        { kind: 'value', unit: u, indicator: a, value: 1, note: '' },
        { kind: 'value', unit: u, indicator: b, value: 2, note: 'guess' },
        { kind: 'method', part: { missing: 'mean', minCoverage: 0.5 } },
      ]),
    ];
    const resolved = resolve(scenarios, 'child');
    expect(resolved.framework.nodes.map(({ weight }) => weight)).toEqual([1, 9, 7]);
    expect(resolved.method).toEqual({ ...DEFAULT_METHOD, missing: 'zero', minCoverage: 0.5 });
    expect(resolved.values).toEqual([
      { unit: u, indicator: a, value: null, note: 'withdrawn', scenario: 'child' },
      { unit: u, indicator: b, value: 2, note: 'guess', scenario: 'middle' },
    ]);
    // The parent is not touched by its child, nor the base by either.
    expect(resolve(scenarios, 'middle').framework.nodes.map(({ weight }) => weight)).toEqual([
      1, 5, 7,
    ]);
    expect(framework.nodes.map(({ weight }) => weight)).toEqual([1, 2, 3]);
  });

  it('takes back in what a parent left out', () => {
    const scenarios = [
      scenario('baseline', null, [
        { kind: 'unit-inclusion', unit: u, included: false },
        { kind: 'node-inclusion', node: a, included: false },
      ]),
      scenario('child', 'baseline', [
        { kind: 'unit-inclusion', unit: u, included: true },
        { kind: 'node-inclusion', node: a, included: true },
        { kind: 'node-inclusion', node: b, included: false },
      ]),
    ];
    expect([...resolve(scenarios, 'baseline').excludedUnits]).toEqual([u]);
    expect([...resolve(scenarios, 'baseline').excludedNodes]).toEqual([a]);
    expect([...resolve(scenarios, 'child').excludedUnits]).toEqual([]);
    expect([...resolve(scenarios, 'child').excludedNodes]).toEqual([b]);
  });

  it('keeps the part of a method that an override mentions without a value', () => {
    const scenarios = [scenario('s', null, [{ kind: 'method', part: { missing: undefined } }])];
    expect(resolve(scenarios, 's').method).toEqual(DEFAULT_METHOD);
  });

  it('refuses a scenario that is not there, a circle and a node that is gone', () => {
    expectAppError(() => resolve([], 's'), 'E_NOT_FOUND', {
      reason: 'unknown-scenario',
      found: 's',
    });
    expectAppError(() => resolve([scenario('s', 'gone')], 's'), 'E_NOT_FOUND', { found: 'gone' });
    const circle = [scenario('s', 't'), scenario('t', 's')];
    const error = expectAppError(() => resolve(circle, 's'), 'E_INPUT', {
      reason: 'circular-scenarios',
    });
    expect(error.details.found).toBe('s → t → s');
    const unknown = 'X' as NodeCode;
    for (const override of [
      { kind: 'weight', node: unknown, weight: 1 },
      { kind: 'value', unit: u, indicator: unknown, value: 1, note: '' },
      { kind: 'node-inclusion', node: unknown, included: false },
    ] as Override[]) {
      expectAppError(() => resolve([scenario('s', null, [override])], 's'), 'E_INPUT', {
        reason: 'override-of-unknown-node',
        node: 'X',
      });
    }
  });
});
