import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BASELINE, type JobId, type ScenarioId } from '../../../shared/model/ids.ts';
import type { PairedRequest } from '../../../shared/model/scenario-comparison.ts';
import type { Override } from '../../../shared/model/scenario.ts';
import { NO_METHOD_CHOICES } from '../../../shared/model/uncertainty.ts';
import { node, unit } from '../../support/small-content.ts';
import { startTestServices, type TestServices } from '../../support/test-services.ts';

let services: TestServices;

beforeEach(async () => {
  services = await startTestServices();
});
afterEach(() => services.close());

async function create(
  name: string,
  overrides: Override[] = [],
  parent: ScenarioId = BASELINE,
): Promise<ScenarioId> {
  const { id } = await services.call('scenarios.create', {
    parent,
    name,
    description: '',
    overrides,
    baseRevision: services.revision,
  });
  return id;
}

const promote = (scenario: ScenarioId, keepFormerAs: string | null = null) =>
  services.call('scenarios.promote', { scenario, keepFormerAs, baseRevision: services.revision });

/** Everything that a scenario's scores say, bit by bit. */
async function scores(scenario: ScenarioId) {
  const { units, rank, score, values } = await services.call('scores.get', { scenario });
  return { units, rank: [...rank], score: [...score], values: [...values] };
}

async function overridesOf(id: ScenarioId): Promise<readonly Override[]> {
  const scenarios = await services.call('scenarios.list', {});
  return scenarios.find((scenario) => scenario.id === id)?.overrides ?? [];
}

const heavierReach: Override[] = [
  { kind: 'weight', node: node('reach'), weight: 80 },
  { kind: 'weight', node: node('worth'), weight: 20 },
];
const value = (of: string, indicator: string, to: number | null, note = ''): Override => ({
  kind: 'value',
  unit: unit(of),
  indicator: node(indicator),
  value: to,
  note,
});
const zeroRule: Override = { kind: 'method', part: { missing: 'zero' } };

async function finished(job: JobId) {
  for (;;) {
    const end = services.events.find((event) => event.type === 'job.finished' && event.job === job);
    if (end !== undefined) return end;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('the matrix', () => {
  test('says of every scenario what its own scores say', async () => {
    const other = await create('Other', [...heavierReach, value('a', 'users', 99), zeroRule]);
    const without = await create('Without a', [
      { kind: 'unit-inclusion', unit: unit('a'), included: false },
    ]);
    const scenarios = [BASELINE, other, without];
    const matrix = await services.call('scores.matrix', { scenarios });
    expect(matrix.scenarios).toEqual(scenarios);
    for (const [row, scenario] of scenarios.entries()) {
      const own = await scores(scenario);
      matrix.units.forEach((code, column) => {
        const at = row * matrix.units.length + column;
        const position = own.units.indexOf(code);
        expect(matrix.rank[at]).toBe(position < 0 ? 0 : own.rank[position]);
        expect(matrix.score[at]).toBe(position < 0 ? NaN : own.score[position]);
        expect(Number.isNaN(matrix.coverage[at])).toBe(position < 0);
      });
    }
    expect(matrix.coverage[2 * matrix.units.length]).toBeNaN();
  });

  test('follows every act and says what cannot be scored beside what can', async () => {
    const broken = await create('Geometric', [
      { kind: 'method', part: { aggregation: [{ rule: 'geometric' }] } },
    ]);
    const before = await services.call('scores.matrix', { scenarios: [BASELINE, broken] });
    expect(before.refused[0]).toBeNull();
    expect(before.refused[1]).toMatchObject({ code: 'E_PRECONDITION' });
    await services.call('cells.edit', {
      scenario: BASELINE,
      edits: [{ unit: unit('a'), indicator: node('users'), value: 500 }],
      note: '',
      baseRevision: services.revision,
    });
    const after = await services.call('scores.matrix', { scenarios: [BASELINE] });
    expect([...after.score]).not.toEqual([...before.score.subarray(0, after.units.length)]);
  });
});

describe('promotion', () => {
  const everything: Override[] = [
    ...heavierReach,
    value('a', 'users', 99, 'as announced'),
    value('b', 'open', null),
    value('c', 'stars', 3),
    zeroRule,
    { kind: 'node-inclusion', node: node('growth'), included: false },
  ];

  test('makes the baseline say, to the bit, what the scenario said, in one step that can be taken back', async () => {
    const scenario = await create('Plan', everything);
    const [was, planned, content] = [
      await scores(BASELINE),
      await scores(scenario),
      services.content(),
    ];
    const revision = services.revision;
    await promote(scenario);
    expect(services.revision).toBe(revision + 1);
    expect(await scores(BASELINE)).toEqual(planned);
    expect(await scores(scenario)).toEqual(planned);
    expect(await overridesOf(scenario)).toEqual([]);

    const evidence = await services.call('cells.evidence', {
      scenario: BASELINE,
      unit: unit('a'),
      indicator: node('users'),
    });
    const adopted = evidence.candidates.find((candidate) => candidate.adopted);
    expect(adopted?.observation).toMatchObject({ value: 99, note: 'as announced', author: 'Ada' });
    expect(evidence.candidates.map(({ observation }) => observation.value)).toContain(10);

    await services.call('history.undo', { baseRevision: services.revision });
    expect(await scores(BASELINE)).toEqual(was);
    expect(services.content()).toEqual(content);
  });

  test('keeps the baseline of before as a scenario with its scores, when asked', async () => {
    const scenario = await create('Plan', everything);
    const was = await scores(BASELINE);
    await promote(scenario, 'Former');
    const scenarios = await services.call('scenarios.list', {});
    const former = scenarios.find(({ name }) => name === 'Former');
    expect(former?.parent).toBe(BASELINE);
    expect(await scores(former!.id)).toEqual(was);
    await services.call('history.undo', { baseRevision: services.revision });
    expect(await services.call('scenarios.list', {})).toHaveLength(2);
  });

  test('leaves other scenarios their own changes; the rest follows, as was said before', async () => {
    const scenario = await create('Plan', [...heavierReach, value('a', 'users', 99)]);
    const other = await create('Other', [value('a', 'users', 5), value('b', 'stars', 1)]);
    const said = await services.call('scenarios.promotion', { scenario });
    expect(said).toMatchObject({ weights: ['index'], cells: 1, method: [], units: 0, nodes: 0 });
    const before = await scores(other);
    const own = await overridesOf(other);
    await promote(scenario);
    expect(await overridesOf(other)).toEqual(own);
    const { weights } = await services.call('scenarios.resolved', { scenario: other });
    expect(weights.find(({ node: code }) => code === 'reach')?.weight).toBe(80);
    const grid = await services.call('cells.grid', { scenario: other });
    const at = grid.units.indexOf(unit('a')) * grid.indicators.length;
    expect(grid.values[at + grid.indicators.indexOf(node('users'))]).toBe(5);
    const after = await scores(other);
    const moved = after.units.filter(
      (code, now) => before.rank[before.units.indexOf(code)] !== after.rank[now],
    ).length;
    expect(said.others).toEqual([{ scenario: other, moved }]);
  });

  test('of a nested scenario takes over its whole chain and leaves what its parent says apart', async () => {
    const parent = await create('Parent', [...heavierReach, value('a', 'users', 50)]);
    const child = await create('Child', [value('a', 'users', 99), zeroRule], parent);
    const [inParent, inChild] = [await scores(parent), await scores(child)];
    await promote(child);
    expect(await scores(BASELINE)).toEqual(inChild);
    expect(await scores(child)).toEqual(inChild);
    // The parent keeps its weights and its value, and now follows the method.
    const grid = await services.call('cells.grid', { scenario: parent });
    const at = grid.units.indexOf(unit('a')) * grid.indicators.length;
    expect(grid.values[at + grid.indicators.indexOf(node('users'))]).toBe(50);
    expect(await overridesOf(child)).toEqual([value('a', 'users', 99)]);
    expect((await services.call('scenarios.resolved', { scenario: parent })).method.missing).toBe(
      'zero',
    );
    expect(await scores(parent)).not.toEqual(inParent);
  });

  test('is refused for the baseline, and where it would leave another scenario without units', async () => {
    await expect(promote(BASELINE)).rejects.toMatchObject({
      code: 'E_PRECONDITION',
      details: { reason: 'baseline-not-promotable' },
    });
    const excluded = (codes: string[]): Override[] =>
      codes.map((code) => ({ kind: 'unit-inclusion', unit: unit(code), included: false }));
    const scenario = await create('Only c', excluded(['a', 'b']));
    await create('Without c', excluded(['c']));
    const before = services.content();
    await expect(promote(scenario)).rejects.toMatchObject({ details: { reason: 'no-units' } });
    expect(services.content()).toEqual(before);
  });

  test('survives a restart', async () => {
    const scenario = await create('Plan', everything);
    await promote(scenario, 'Former');
    const now = await scores(BASELINE);
    await services.restart();
    expect(await scores(BASELINE)).toEqual(now);
  });
});

describe('two scenarios under uncertainty', () => {
  const request: PairedRequest = {
    draws: 700,
    seed: 11,
    sources: {
      weights: { rule: 'noise', factor: 0.3 },
      locked: [],
      values: { byConfidence: { high: 0.1, medium: 0.1, low: 0.1 }, cells: [] },
      gaps: true,
      methods: NO_METHOD_CHOICES,
    },
  };

  async function paired(first: ScenarioId, second: ScenarioId, asked = request) {
    const { job } = await services.call('scenarios.paired', { first, second, request: asked });
    await finished(job);
    return services.call('scenarios.pairedResult', { job });
  }

  test('are kept with their question and stale after an act that changes one of them', async () => {
    const other = await create('Other', [value('a', 'users', 25)]);
    const result = await paired(BASELINE, other);
    const latest = () =>
      services.call('scenarios.pairedLatest', { first: BASELINE, second: other });
    expect(await latest()).toMatchObject({ request, current: true });
    expect((await latest())?.result).toEqual(result);
    await services.call('cells.edit', {
      scenario: other,
      edits: [{ unit: unit('a'), indicator: node('users'), value: 26 }],
      note: '',
      baseRevision: services.revision,
    });
    expect((await latest())?.current).toBe(false);
    await services.call('history.undo', { baseRevision: services.revision });
    expect((await latest())?.current).toBe(true);
    expect(
      await services.call('scenarios.pairedLatest', { first: other, second: BASELINE }),
    ).toBeNull();
  }, 30_000);

  test('differ by nothing when they are the same', async () => {
    const same = await create('Same');
    const result = await paired(BASELINE, same);
    expect(result.units.length).toBeGreaterThan(1);
    expect([...result.meanScoreChange, ...result.scoreChange5, ...result.scoreChange95]).toEqual(
      Array.from({ length: 3 * result.units.length }, () => 0),
    );
    expect([...result.equal]).toEqual(result.units.map(() => 1));
  }, 30_000);
});

describe('goal seek as a scenario', () => {
  test('reaches the rank that was asked for', async () => {
    const ranked = await scores(BASELINE);
    const worst = Math.max(...ranked.rank);
    const last = ranked.units[ranked.rank.indexOf(worst)]!;
    const { job } = await services.call('goal.seek', {
      scenario: BASELINE,
      unit: last,
      rank: worst - 1,
      moves: null,
    });
    await finished(job);
    const answer = await services.call('goal.result', { job });
    const steps = answer.steps.filter(({ to }) => to !== null);
    expect(steps.length).toBeGreaterThan(0);
    for (const { indicator, to } of steps) {
      const kept = await create(`With ${indicator}`, [value(last, indicator, to)]);
      const then = await scores(kept);
      expect(then.rank[then.units.indexOf(last)]).toBeLessThan(worst);
    }
  }, 30_000);
});
