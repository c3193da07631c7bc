import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changedPoints } from '../../../shared/model/changed-points.ts';
import { BASELINE, type ScenarioId } from '../../../shared/model/ids.ts';
import type { Method } from '../../../shared/model/method.ts';
import type { WeightsAsked } from '../../../shared/model/weight-analysis.ts';
import { node, smallContent, unit } from '../../support/small-content.ts';
import { startTestServices, type TestServices } from '../../support/test-services.ts';

let services: TestServices;

beforeEach(async () => {
  services = await startTestServices();
});
afterEach(() => services.close());

const preview = (part: Partial<Method>, scenario: ScenarioId = BASELINE) =>
  services.call('method.preview', { scenario, part });

describe('a preview of a method', () => {
  test('of nothing new is what the scenario scores, without drawn intervals', async () => {
    const scores = await services.call('scores.get', { scenario: BASELINE });
    const shown = await preview({});
    expect(shown.scores).toEqual({ ...scores, plausible: null });
    expect(shown.indicators).toEqual(['users', 'open', 'stars', 'growth']);
    expect([...shown.raw.subarray(0, 3)]).toEqual([10, 20, 30]);
    expect(changedPoints(shown)).toEqual([]);
  });

  test('equals what the scenario scores once the method is applied, and one undo takes that back', async () => {
    const before = await services.call('scores.get', { scenario: BASELINE });
    const part = { missing: 'median', normalisation: { rule: 'rank', ties: 'min' } } as const;
    const shown = await preview(part);
    expect(await services.call('scores.get', { scenario: BASELINE })).toEqual(before);
    expect([...shown.scores.rank]).not.toEqual([...before.rank]);

    await services.call('scenarios.setMethod', {
      scenario: BASELINE,
      part,
      baseRevision: services.revision,
    });
    const after = await services.call('scores.get', { scenario: BASELINE });
    expect({ ...after, plausible: null }).toEqual(shown.scores);
    await services.call('history.undo', { baseRevision: services.revision });
    expect(await services.call('scores.get', { scenario: BASELINE })).toEqual(before);
  });

  test('is of the scenario, and applying it there leaves the baseline alone', async () => {
    const { id } = await services.call('scenarios.create', {
      parent: BASELINE,
      name: 'Other',
      description: '',
      overrides: [
        { kind: 'value', unit: unit('a'), indicator: node('users'), value: 99, note: '' },
      ],
      baseRevision: services.revision,
    });
    const shown = await preview({ missing: 'zero' }, id);
    expect(shown.raw[0]).toBe(99);
    await services.call('scenarios.setMethod', {
      scenario: id,
      part: { missing: 'zero' },
      baseRevision: services.revision,
    });
    const own = await services.call('scores.get', { scenario: id });
    expect({ ...own, plausible: null }).toEqual(shown.scores);
    const { method } = await services.call('scenarios.resolved', { scenario: BASELINE });
    expect(method.missing).toBe('available');
  });

  test('lists every value that imputation and treatment change', async () => {
    const shown = await preview({
      missing: 'median',
      treatment: {
        ...smallContent().method.treatment,
        byIndicator: { [node('users')]: { rule: 'winsorise', points: 1 } },
      },
    });
    expect(changedPoints(shown)).toEqual([
      { indicator: 'users', unit: 'c', before: 30, after: 20, why: 'winsorised' },
      { indicator: 'open', unit: 'c', before: NaN, after: 0.5, why: 'imputed' },
      { indicator: 'stars', unit: 'b', before: NaN, after: 4, why: 'imputed' },
      { indicator: 'stars', unit: 'c', before: NaN, after: 4, why: 'imputed' },
    ]);
    const logged = await preview({
      treatment: {
        ...smallContent().method.treatment,
        byIndicator: { [node('users')]: { rule: 'box-cox', exponent: 0 } },
      },
    });
    expect(changedPoints(logged)).toEqual([
      { indicator: 'users', unit: 'a', before: 10, after: 0, why: 'box-cox' },
      { indicator: 'users', unit: 'b', before: 20, after: Math.log(11), why: 'box-cox' },
      { indicator: 'users', unit: 'c', before: 30, after: Math.log(21), why: 'box-cox' },
    ]);
  });

  test('that gives no scores says which value is in the way', async () => {
    await expect(preview({ aggregation: [{ rule: 'geometric' }] })).rejects.toMatchObject({
      code: 'E_PRECONDITION',
      details: { reason: 'mean-needs-positive', unit: 'a', node: 'users', found: '0' },
    });
    await expect(preview({ missing: 'group-mean' })).rejects.toMatchObject({
      details: { reason: 'group-attribute-missing' },
    });
    await expect(
      preview({ normalisation: { rule: 'distance-to-target', target: null, cap: true } }),
    ).rejects.toMatchObject({ details: { reason: 'no-target', node: 'users' } });
  });

  test('works where the method in force gives no scores, so that there is a way out', async () => {
    await services.call('scenarios.setMethod', {
      scenario: BASELINE,
      part: { aggregation: [{ rule: 'geometric' }] },
      baseRevision: services.revision,
    });
    await expect(services.call('scores.get', { scenario: BASELINE })).rejects.toMatchObject({
      details: { reason: 'mean-needs-positive' },
    });
    const { scores } = await preview({ aggregation: [{ rule: 'arithmetic' }] });
    expect(scores.rank.some((rank) => rank > 0)).toBe(true);
  });
});

describe('a diagnosis', () => {
  test('counts what is adopted and follows the scenario', async () => {
    const get = (scenario: ScenarioId) =>
      services.call('diagnose.get', { scenario, correlation: 'pearson' });
    const { indicators, units } = await get(BASELINE);
    expect(indicators.map(({ node: code, present }) => [code, present])).toEqual([
      ['users', 3],
      ['open', 2],
      ['stars', 1],
      ['growth', 0],
    ]);
    expect(units[0]?.coverage).toBeCloseTo(0.9, 12);
    const { id } = await services.call('scenarios.create', {
      parent: BASELINE,
      name: 'Without a',
      description: '',
      overrides: [{ kind: 'unit-inclusion', unit: unit('a'), included: false }],
      baseRevision: services.revision,
    });
    const without = await get(id);
    expect(without.units.map((each) => each.unit)).toEqual(['b', 'c']);
    expect(without.indicators[0]?.present).toBe(2);
  });
});

describe('why one of two units stands above the other', () => {
  test('puts the better ranked one first, in both languages', async () => {
    const scores = await services.call('scores.get', { scenario: BASELINE });
    const order = scores.units.toSorted(
      (one, other) =>
        (scores.rank[scores.units.indexOf(one)] ?? 0) -
        (scores.rank[scores.units.indexOf(other)] ?? 0),
    );
    const answer = await services.call('explain.pair', {
      scenario: BASELINE,
      units: [order[2]!, order[0]!],
    });
    expect([answer.higher, answer.lower]).toEqual([order[0], order[2]]);
    expect(answer.sentence.zh).toContain('高于');
    expect(answer.sentence.en).toContain('is above');
    const sum = answer.differences.reduce((total, { difference }) => total + difference, 0);
    expect(sum).toBeCloseTo(answer.scoreOfHigher - answer.scoreOfLower, 9);
  });

  test('needs two different units that are ranked', async () => {
    const pair = (one: string, other: string) =>
      services.call('explain.pair', { scenario: BASELINE, units: [unit(one), unit(other)] });
    await expect(pair('a', 'a')).rejects.toMatchObject({ details: { reason: 'same-unit' } });
    await expect(pair('a', 'x')).rejects.toMatchObject({ details: { reason: 'unknown-unit' } });
  });
});

describe('proposed weights', () => {
  const propose = (asked: WeightsAsked, parent = 'index') =>
    services.call('weights.propose', { scenario: BASELINE, parent: node(parent), asked });

  test('of every method that needs no data sum to one, and nothing is written', async () => {
    const revision = services.revision;
    const asked: [WeightsAsked, number[]][] = [
      [{ method: 'equal' }, [0.5, 0.5]],
      [{ method: 'rank-order-centroid', ranks: [2, 1] }, [0.25, 0.75]],
      [{ method: 'swing', ratings: [100, 25] }, [0.8, 0.2]],
      [
        {
          method: 'budget',
          budget: 100,
          allocations: [
            { judge: 'Ada', points: [60, 40] },
            { judge: 'Bo', points: [20, 80] },
          ],
        },
        [0.4, 0.6],
      ],
      [
        {
          method: 'pairwise',
          comparisons: [
            [1, 4],
            [0.25, 1],
          ],
        },
        [0.8, 0.2],
      ],
    ];
    for (const [question, shares] of asked) {
      const answer = await propose(question);
      expect(answer.children).toEqual(['reach', 'worth']);
      expect(answer.shares).toHaveLength(2);
      shares.forEach((share, at) => expect(answer.shares?.[at]).toBeCloseTo(share, 12));
    }
    expect(services.revision).toBe(revision);
  });

  test('of AHP come with the consistency of the judgments', async () => {
    const { consistency } = await propose({
      method: 'pairwise',
      comparisons: [
        [1, 4],
        [0.25, 1],
      ],
    });
    expect(consistency).toMatchObject({ index: 0 });
  });

  test('from data are refused by name where the data cannot carry them', async () => {
    // Growth is empty for everyone.
    await expect(propose({ method: 'entropy' }, 'worth')).rejects.toMatchObject({
      code: 'E_INPUT',
      details: { reason: expect.stringMatching(/^column-(empty|constant)$/u) as string },
    });
    await expect(propose({ method: 'principal-component' })).rejects.toMatchObject({
      details: { reason: 'too-few-complete-rows' },
    });
  });

  test('from data say that the units are alike where they are, not that there are no values', async () => {
    const { id } = await services.call('scenarios.create', {
      parent: BASELINE,
      name: 'One unit',
      description: '',
      overrides: ['b', 'c'].map((code) => ({
        kind: 'unit-inclusion' as const,
        unit: unit(code),
        included: false,
      })),
      baseRevision: services.revision,
    });
    for (const method of ['entropy', 'critic', 'principal-component', 'optimised'] as const) {
      const asked = method === 'critic' ? { method, correlation: 'pearson' as const } : { method };
      await expect(
        services.call('weights.propose', { scenario: id, parent: node('reach'), asked }),
      ).rejects.toMatchObject({
        code: 'E_INPUT',
        details: { reason: 'column-constant', node: 'users' },
      });
    }
  });

  test('need a parent with children, and one number per child', async () => {
    await expect(propose({ method: 'equal' }, 'users')).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
      details: { reason: 'unknown-parent', node: 'users' },
    });
    await expect(propose({ method: 'swing', ratings: [1, 2, 3] })).rejects.toMatchObject({
      code: 'E_INPUT',
      details: { reason: 'one-per-child', expected: '2', found: '3' },
    });
  });

  test('leave an excluded child out', async () => {
    const { id } = await services.call('scenarios.create', {
      parent: BASELINE,
      name: 'Without stars',
      description: '',
      overrides: [{ kind: 'node-inclusion', node: node('stars'), included: false }],
      baseRevision: services.revision,
    });
    const answer = await services.call('weights.propose', {
      scenario: id,
      parent: node('worth'),
      asked: { method: 'equal' },
    });
    expect(answer).toMatchObject({ children: ['growth'], shares: [1] });
  });
});

describe('proposed weights from complete data', () => {
  test('favour what tells the units apart, and are worked out by hand', async () => {
    const content = smallContent();
    await services.close();
    const complete = {
      ...content,
      observations: content.observations.map((each) =>
        each.id === 'c-open' ? { ...each, rejectedReason: null } : each,
      ),
      adoptions: [
        ...content.adoptions,
        { unit: unit('c'), indicator: node('open'), observation: 'c-open' as never },
      ],
    };
    services = await startTestServices(complete);
    const { shares, importance } = await services.call('weights.propose', {
      scenario: BASELINE,
      parent: node('reach'),
      asked: { method: 'entropy' },
    });
    // Users 0, ½, 1 → p = 0, ⅓, ⅔; open 1, 0, 1 → p = ½, 0, ½; e = −Σ p ln p/ln 3.
    const entropy = (...p: number[]) =>
      -p.reduce((sum, each) => sum + each * Math.log(each), 0) / Math.log(3);
    const spare = [1 - entropy(1 / 3, 2 / 3), 1 - entropy(0.5, 0.5)];
    const total = spare[0]! + spare[1]!;
    expect(shares?.[0]).toBeCloseTo(spare[0]! / total, 12);
    expect(shares?.[1]).toBeCloseTo(spare[1]! / total, 12);
    expect((importance ?? []).reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
  });
});
