import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCommandLine } from '../../support/command-line.ts';

/* Every answer is checked against `score` with the same thing changed by its own options. */

const commandLine = createCommandLine();
const path = () => join(commandLine.folder, 'sample.hengmo');

beforeAll(async () => {
  await commandLine.run('sample', 'sample.hengmo');
});

async function json<Answer>(...args: string[]): Promise<Answer> {
  const [command = '', ...options] = args;
  const ran = await commandLine.runHere(command, path(), ...options, '--format=json');
  expect(ran.stderr).not.toMatch(/^(?!note: )./mu);
  return JSON.parse(ran.stdout) as Answer;
}

interface Scored {
  readonly uCode: string;
  readonly rank: number | null;
  readonly index: number | null;
}

async function scoredWith(weights: Record<string, number>, ...options: string[]) {
  const file = join(commandLine.folder, 'weights.json');
  writeFileSync(file, JSON.stringify(weights));
  return json<Scored[]>('score', '--weights', file, ...options);
}

interface Ranked {
  readonly uCode: string;
  readonly rank: number | null;
}

const ranksOf = (units: readonly Ranked[]) => units.map(({ uCode, rank }) => ({ uCode, rank }));

describe('sensitivity, one thing at a time', () => {
  it('leaves a node out as a weight of 0 does', async () => {
    const method = ['--min-coverage=0', '--missing=zero'];
    const answer = await json<{
      units: Ranked[];
      nodes: { node: string; meanRankChange: number; units: Ranked[] }[];
    }>('sensitivity', '--by=remove-one', ...method);
    const nominal = ranksOf(await scoredWith({}, ...method));
    expect(answer.units).toEqual(nominal);
    for (const removed of ['ecosystem', 'monetisation', 'I16']) {
      const without = ranksOf(await scoredWith({ [removed]: 0 }, ...method));
      const found = answer.nodes.find(({ node }) => node === removed);
      expect(found?.units).toEqual(without);
      const changes = without.map(({ rank }, at) =>
        Math.abs((rank ?? NaN) - (nominal[at]?.rank ?? NaN)),
      );
      const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
      expect(found?.meanRankChange).toBeCloseTo(mean, 12);
    }
  });

  it('moves one weight down and up', async () => {
    const answer = await json<{
      factor: number;
      units: {
        uCode: string;
        weights: {
          node: string;
          scoreDown: number;
          scoreUp: number;
          rankDown: number | null;
          rankUp: number | null;
        }[];
      }[];
    }>('sensitivity', '--by=tornado', '--factor=0.5');
    expect(answer.factor).toBe(0.5);
    const ends = [
      { weight: 12.5, rank: 'rankDown', score: 'scoreDown' },
      { weight: 37.5, rank: 'rankUp', score: 'scoreUp' },
    ] as const;
    for (const { weight, rank, score } of ends) {
      const expected = await scoredWith({ technology: weight });
      for (const [at, unit] of answer.units.entries()) {
        const found = unit.weights.find(({ node }) => node === 'technology');
        expect(found?.[rank]).toBe(expected[at]?.rank);
        expect(found?.[score]).toBeCloseTo(expected[at]?.index ?? NaN, 10);
      }
    }
  });

  it('tries every combination of the usual choices, or of those in a file', async () => {
    interface Multiverse {
      readonly combinations: { choice: Record<string, number>; units: Ranked[] }[];
      readonly effects: {
        part: string;
        choice: number;
        units: { uCode: string; meanRankChange: number | null }[];
      }[];
    }
    const usual = await json<Multiverse>('sensitivity', '--by=multiverse');
    expect(usual.combinations).toHaveLength(12);

    const file = join(commandLine.folder, 'choices.json');
    const choices = {
      normalisation: [
        { rule: 'min-max', low: 1, high: 100 },
        { rule: 'z-score', mean: 0, standardDeviation: 1 },
      ],
      missing: ['available', 'zero'],
    };
    writeFileSync(file, JSON.stringify(choices));
    const own = await json<Multiverse>('sensitivity', '--by=multiverse', '--methods', file);
    expect(own.combinations.map(({ choice }) => choice)).toEqual([
      { normalisation: 0, missing: 0 },
      { normalisation: 0, missing: 1 },
      { normalisation: 1, missing: 0 },
      { normalisation: 1, missing: 1 },
    ]);
    const scales = [['--normalise=min-max', '--scale=1,100'], ['--normalise=z-score']];
    for (const { choice, units } of own.combinations) {
      const rules = scales[choice['normalisation'] ?? -1] ?? [];
      const missing = `--missing=${choices.missing[choice['missing'] ?? -1]}`;
      expect(units).toEqual(ranksOf(await scoredWith({}, ...rules, missing)));
    }
    const ranksUnder = (keep: (choice: Record<string, number>) => boolean, at: number) =>
      own.combinations
        .filter(({ choice }) => keep(choice))
        .flatMap(({ units }) => units[at]?.rank ?? []);
    const mean = (ranks: readonly number[]) =>
      ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
    for (const { part, choice, units } of own.effects) {
      for (const [at, { meanRankChange }] of units.entries()) {
        const all = ranksUnder(() => true, at);
        if (all.length === 0) continue;
        const under = ranksUnder((each) => each[part] === choice, at);
        expect(meanRankChange).toBeCloseTo(mean(under) - mean(all), 10);
      }
    }
  });

  it.each([
    [['--by=tornado', '--seed=3'], /--seed: expected --by sobol, found --by tornado/u],
    [['--by=remove-one', '--factor=0.5'], /--factor: expected --by tornado/u],
    [['--seed=3'], /required option '--samples <n>' not specified/u],
    [['--by=everything'], /sobol, remove-one, tornado, multiverse/u],
    [['--by=multiverse', '--methods=no-such.json'], /no-such\.json/u],
  ])('refuses %j', async (options, message) => {
    const ran = await commandLine.runHere('sensitivity', path(), ...options);
    expect(ran.stderr).toMatch(message);
    expect(ran.stdout).toBe('');
    expect(ran.code).toBe(2);
  });

  it.each([
    [
      'more aggregations than levels',
      ['uncertainty', '--draws=8', '--seed=1'],
      { aggregation: [Array.from({ length: 9 }, () => ({ rule: 'median' }))] },
      /9 entries/u,
    ],
    [
      'a scale upside down',
      ['sensitivity', '--samples=8', '--seed=1'],
      { normalisation: [{ rule: 'min-max', low: 9, high: 1 }] },
      /9 and 1/u,
    ],
    [
      'groups without their attribute',
      ['sensitivity', '--by=multiverse'],
      { missing: ['group-mean'] },
      /"group-mean" needs/u,
    ],
  ])('refuses choices that no method could have: %s', async (_, analysis, choices, message) => {
    const file = join(commandLine.folder, 'impossible.json');
    writeFileSync(file, JSON.stringify(choices));
    const [command = '', ...options] = analysis;
    const ran = await commandLine.runHere(command, path(), ...options, '--methods', file);
    expect(ran.stderr).toMatch(message);
    expect(ran.stdout).toBe('');
    expect(ran.code).toBe(2);
  });

  it('prints tables', async () => {
    for (const by of ['remove-one', 'tornado', 'multiverse']) {
      const ran = await commandLine.runHere('sensitivity', path(), `--by=${by}`);
      expect(ran.code).toBe(0);
      expect(ran.stdout).toContain('alibaba');
    }
  });
});

describe('uncertainty, beyond ranks', () => {
  const drawn = ['uncertainty', '--draws=1500', '--seed=4'];

  it('gives winning shares that complete each other', async () => {
    const { units } = await json<{
      units: { uCode: string; before: { uCode: string; share: number }[] }[];
    }>(...drawn, '--show=winning');
    const share = (one: string, other: string) =>
      units.find(({ uCode }) => uCode === one)?.before.find(({ uCode }) => uCode === other)?.share;
    expect(units).toHaveLength(6);
    for (const { uCode, before } of units) {
      expect(before).toHaveLength(5);
      for (const other of before) {
        expect(other.share + (share(other.uCode, uCode) ?? NaN)).toBeCloseTo(1, 12);
      }
    }
  });

  it('gives central weights that make the unit the first', async () => {
    const { units } = await json<{
      units: {
        uCode: string;
        first: number;
        weights: { node: string; share: number }[] | null;
      }[];
    }>(...drawn, '--show=central-weights', '--weight-draws=simplex');
    const winners = units.filter(({ first }) => first > 0.2);
    expect(winners.length).toBeGreaterThan(0);
    for (const { uCode, weights } of winners) {
      const shares = Object.fromEntries(weights?.map(({ node, share }) => [node, share]) ?? []);
      const dimensions = ['ecosystem', 'technology', 'industry', 'monetisation', 'innovation'];
      const sum = dimensions.reduce((total, node) => total + (shares[node] ?? NaN), 0);
      expect(sum).toBeCloseTo(1, 10);
      const first = (await scoredWith(shares)).find(({ rank }) => rank === 1);
      expect(first?.uCode).toBe(uCode);
    }
    for (const { first, weights } of units) expect(weights === null).toBe(first === 0);
  });

  it('draws what an option names, and nothing else', async () => {
    const spread = async (...options: string[]) => {
      const { units } = await json<{ units: { nominal: number; q5: number; q95: number }[] }>(
        ...drawn,
        ...options,
      );
      return units.reduce((sum, { q5, q95 }) => sum + q95 - q5, 0);
    };
    expect(await spread('--weight-draws=none')).toBe(0);
    expect(await spread('--weight-draws=none', '--value-range=0,0,0')).toBe(0);
    expect(await spread('--weight-draws=none', '--value-range=0.5,0.5,0.5')).toBeGreaterThan(0);
    expect(await spread('--weight-draws=none', '--gaps')).toBeGreaterThan(0);
    expect(await spread('--weight-draws=none', '--methods=usual')).toBeGreaterThan(0);
    const near = await spread('--weight-draws=dirichlet:1e6');
    const far = await spread('--weight-draws=dirichlet:2');
    expect(near).toBeLessThan(far);
  });

  it.each([
    [['--weight-draws=uniform'], /noise, dirichlet:<concentration>, simplex, none/u],
    [['--weight-draws=dirichlet:0'], /concentration above 0/u],
    [['--weight-draws=simplex', '--weight-noise=0.1'], /--weight-noise: expected --weight-draws/u],
    [['--value-range=0.1,0.2'], /three shares/u],
    [['--lock', 'nothing'], /nothing/u],
  ])('refuses %j', async (options, message) => {
    const ran = await commandLine.runHere('uncertainty', path(), ...drawn.slice(1), ...options);
    expect(ran.stderr).toMatch(message);
    expect(ran.code).toBe(2);
  });
});

describe('what other weights could make of it', () => {
  const shareOf = (shares: readonly { node: string; share: number }[]) =>
    Object.fromEntries(shares.map(({ node, share }) => [node, share]));

  it('attains the ranks with the weights returned', async () => {
    const answers = await json<
      {
        unit: string;
        best: { rank: number; bound: number; shares: { node: string; share: number }[] };
        worst: { rank: number; bound: number; shares: { node: string; share: number }[] };
      }[]
    >('stability', '--attainable', '--parent=index', '--spread=0.25');
    expect(answers).toHaveLength(6);
    for (const { unit, best, worst } of answers) {
      expect(best.rank).toBeLessThanOrEqual(worst.rank);
      expect(best.bound).toBeLessThanOrEqual(best.rank);
      expect(worst.bound).toBeGreaterThanOrEqual(worst.rank);
      for (const { rank, shares } of [best, worst]) {
        const scored = await scoredWith(shareOf(shares));
        expect(scored.find(({ uCode }) => uCode === unit)?.rank).toBe(rank);
      }
    }
  });

  it('lets two units draw level with the least change', async () => {
    const flip = await json<{
      ahead: string;
      behind: string;
      distance: number;
      bound: number;
      shares: { node: string; share: number }[];
    }>('stability', '--flip', 'alibaba', 'iflytek', '--parent=index');
    expect([flip.ahead, flip.behind]).toEqual(['alibaba', 'iflytek']);
    const scored = await scoredWith(shareOf(flip.shares));
    const score = (unit: string) => scored.find(({ uCode }) => uCode === unit)?.index ?? NaN;
    expect(score('iflytek')).toBeCloseTo(score('alibaba'), 6);
    expect(flip.bound).toBeLessThanOrEqual(flip.distance);
  });

  it.each([
    [['stability', '--norm=l1'], /--norm: expected --flip/u],
    [['stability', '--parent=index'], /--parent: expected --flip or --attainable/u],
    [['stability', '--attainable', '--parent=I01'], /"I01" is no included node with children/u],
    [['stability', '--attainable', '--spread=0'], /spread.*above 0/u],
    [['stability', '--flip', 'alibaba'], /--flip: expected two units, found 1/u],
    [['stability', '--flip', 'alibaba', 'nobody'], /no unit "nobody"/u],
    [['explain', '--a=alibaba'], /--b <unit>' or '--rank <n>' not specified/u],
    [['explain', '--a=nobody', '--rank=1'], /no unit "nobody"/u],
  ])('refuses %j', async ([command = '', ...options], message) => {
    const ran = await commandLine.runHere(command, path(), ...options);
    expect(ran.stderr).toMatch(message);
    expect(ran.stdout).toBe('');
    expect(ran.code).toBe(2);
  });

  it('says what a rank would take', async () => {
    const goal = await json<{
      rank: number;
      rankAtAllBest: number;
      steps: { indicator: string; to: number | null; rankAtBest: number }[];
    }>('explain', '--a=zhipu', '--rank=3');
    expect(goal.rank).toBe(6);
    expect(goal.rankAtAllBest).toBe(1);
    for (const { to, rankAtBest } of goal.steps) {
      expect(to === null).toBe(rankAtBest === 0 || rankAtBest > 3);
    }
  });
});

describe('diagnose, beyond the data', () => {
  it('sets declared beside effective weights, and orders the gaps', async () => {
    const nodes = await json<
      { node: string; declared: number; effective: number; influence: number | null }[]
    >('diagnose', '--show=influence');
    expect(nodes).toHaveLength(45);
    const dimensions = nodes.slice(0, 5);
    for (const { declared, effective } of dimensions) expect(declared).toBe(effective);
    const influence = dimensions.reduce((sum, each) => sum + (each.influence ?? 0), 0);
    expect(influence).toBeCloseTo(1, 12);

    const gaps = await json<{ rankWidth: number; scoreWidth: number }[]>(
      'diagnose',
      '--show=research',
    );
    expect(gaps).toHaveLength(350 - 97);
    gaps.forEach(({ rankWidth }, at) =>
      expect(rankWidth).toBeLessThanOrEqual(gaps[at - 1]?.rankWidth ?? Infinity),
    );
  });
});

describe('score with intervals', () => {
  it('puts them behind the nodes, each around its score and rank', async () => {
    const rows = await json<Record<string, number | null>[]>('score', '--intervals');
    expect(Object.keys(rows[0] ?? {}).slice(-7)).toEqual([
      'I25',
      'scoreLow',
      'scoreHigh',
      'rankBest',
      'rankWorst',
      'plausibleBest',
      'plausibleWorst',
    ]);
    for (const row of rows) {
      const { rank, index, scoreLow, scoreHigh, rankBest, rankWorst } = row;
      expect(index).toBeGreaterThanOrEqual(scoreLow ?? NaN);
      expect(index).toBeLessThanOrEqual(scoreHigh ?? NaN);
      if (rank === null) expect([rankBest, row['plausibleBest']]).toEqual([null, null]);
      else {
        expect(rankBest).toBeLessThanOrEqual(rank ?? NaN);
        expect(rankWorst).toBeGreaterThanOrEqual(rank ?? NaN);
        expect(row['plausibleBest']).toBeGreaterThanOrEqual(rankBest ?? NaN);
        expect(row['plausibleWorst']).toBeLessThanOrEqual(rankWorst ?? NaN);
      }
    }
  });
});
