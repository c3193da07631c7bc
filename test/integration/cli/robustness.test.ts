import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCommandLine } from '../../support/command-line.ts';

const commandLine = createCommandLine();
const { run } = commandLine;
const path = () => join(commandLine.folder, 'sample.hengmo');

beforeAll(async () => {
  await run('sample', 'sample.hengmo');
});

interface Uncertainty {
  readonly draws: number;
  readonly seed: number;
  readonly units: readonly {
    readonly uCode: string;
    readonly nominal: number;
    readonly mean: number;
    readonly median: number;
    readonly q5: number;
    readonly q95: number;
    readonly shares: readonly number[];
  }[];
}

describe('uncertainty', () => {
  it('gives each ranked unit its ranks over the draws, the same for the same seed', async () => {
    const before = readFileSync(path());
    const command = ['uncertainty', 'sample.hengmo', '--draws', '3000', '--seed', '5'];
    const ran = await run(...command, '--format', 'json');
    expect(ran.stderr).toBe('');
    expect(ran.code).toBe(0);
    const { draws, seed, units } = JSON.parse(ran.stdout) as Uncertainty;
    expect([draws, seed]).toEqual([3000, 5]);
    expect(units.map(({ uCode, nominal }) => [nominal, uCode]).toSorted()).toEqual([
      [1, 'alibaba'],
      [2, 'iflytek'],
      [3, 'bytedance'],
      [4, 'baidu'],
      [5, 'tencent'],
      [6, 'zhipu'],
    ]);
    for (const { mean, median, q5, q95, shares } of units) {
      expect(shares).toHaveLength(6);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(shares.reduce((sum, share, at) => sum + share * (at + 1), 0)).toBeCloseTo(mean, 12);
      expect(q5).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(q95);
    }
    expect((await run(...command, '--format', 'json')).stdout).toBe(ran.stdout);
    expect(readFileSync(path())).toEqual(before);
  });

  it('stays at the nominal ranks without noise', async () => {
    const ran = await commandLine.runHere(
      'uncertainty',
      path(),
      '--draws=10',
      '--seed=1',
      '--weight-noise=0',
      '--format=json',
    );
    const { units } = JSON.parse(ran.stdout) as Uncertainty;
    for (const { nominal, mean, q5, q95 } of units) {
      expect([mean, q5, q95]).toEqual([nominal, nominal, nominal]);
    }
  });

  it('prints a table', async () => {
    const { stdout } = await commandLine.runHere(
      'uncertainty',
      path(),
      '--draws=500',
      '--seed=1',
      '--missing=zero',
    );
    expect(stdout.split('\n')[0]).toMatch(/^rank\s+uCode\s+uName\s+mean\s+median\s+5 %\s+95 %/u);
  });

  it.each([
    [['--seed', '1'], /--draws/u],
    [['--draws', '10'], /--seed/u],
    [['--draws', '0', '--seed', '1'], /--draws.*from 1 to 1000000000/u],
    [['--draws', '1e3', '--seed', '1'], /--draws.*whole number/u],
    [['--draws', '10', '--seed', '-1'], /--seed/u],
    [['--draws', '10', '--seed', '1', '--weight-noise', '1.5'], /--weight-noise.*from 0 to 1/u],
    [['--draws', '10', '--seed', '1', '--aggregate', 'geometric'], /geometric mean needs values/u],
  ])('refuses %j', async (options, message) => {
    const ran = await commandLine.runHere('uncertainty', path(), ...options);
    expect(ran.stderr).toMatch(message);
    expect(ran.stdout).toBe('');
    expect(ran.code).toBe(2);
  });
});

describe('sensitivity', () => {
  interface Sensitivity {
    readonly inputs: readonly string[];
    readonly meanRankChange: {
      readonly variance: number;
      readonly indices: readonly {
        readonly input: string;
        readonly first: number;
        readonly firstLow: number;
        readonly firstHigh: number;
        readonly total: number;
      }[];
    };
    readonly units: readonly { readonly uCode: string }[];
  }

  it('gives first and total indices with intervals, for the mean rank change and for each unit', async () => {
    const command = ['sensitivity', path(), '--samples=128', '--seed=3', '--format=json'];
    const ran = await commandLine.runHere(...command);
    expect(ran.stderr).toBe('');
    const { inputs, meanRankChange, units } = JSON.parse(ran.stdout) as Sensitivity;
    expect(inputs).toEqual(['weights', 'normalisation', 'aggregation', 'missing']);
    expect(units).toHaveLength(6);
    expect(meanRankChange.variance).toBeGreaterThan(0);
    for (const { first, firstLow, firstHigh, total } of meanRankChange.indices) {
      expect(firstLow).toBeLessThanOrEqual(first);
      expect(firstHigh).toBeGreaterThanOrEqual(first);
      expect(total).toBeGreaterThanOrEqual(0);
    }
    expect((await commandLine.runHere(...command)).stdout).toBe(ran.stdout);
  });

  it('leaves out what an option fixes', async () => {
    const ran = await commandLine.runHere(
      'sensitivity',
      path(),
      '--samples=16',
      '--seed=3',
      '--missing=median',
      '--aggregate=arithmetic',
      '--format=json',
    );
    const { inputs } = JSON.parse(ran.stdout) as Sensitivity;
    expect(inputs).toEqual(['weights', 'normalisation']);
  });

  it('refuses samples that do not fit into memory', async () => {
    const ran = await commandLine.runHere('sensitivity', path(), '--samples=9000000', '--seed=3');
    expect(ran.stderr).toMatch(/9000000 samples .* MB of memory/u);
    expect(ran.code).toBe(2);
  });
});
