import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WeightsProposal } from '../../../shared/model/weight-analysis.ts';
import { createCommandLine } from '../../support/command-line.ts';

const commandLine = createCommandLine();
const path = () => join(commandLine.folder, 'sample.hengmo');
const weights = (...options: string[]) =>
  commandLine.runHere('weights', path(), '--parent', 'index', ...options);
const proposal = async (...options: string[]) => {
  const ran = await weights(...options, '--format', 'json');
  expect(ran.stderr).toBe('');
  return JSON.parse(ran.stdout) as WeightsProposal;
};

beforeAll(async () => {
  await commandLine.run('sample', 'sample.hengmo');
});

describe('weights', () => {
  it.each([
    [
      ['--by', 'equal'],
      [0.2, 0.2, 0.2, 0.2, 0.2],
    ],
    [
      ['--by', 'swing', '--judgments', '100,50,30,20,0'],
      [0.5, 0.25, 0.15, 0.1, 0],
    ],
    // (1 + 1/2 + … + 1/5)/5 and so on down; by hand: 137/300, 77/300, 47/300, 27/300, 12/300.
    [
      ['--by', 'rank-order-centroid', '--judgments', '1,2,3,4,5'],
      [137 / 300, 77 / 300, 47 / 300, 27 / 300, 12 / 300],
    ],
    [
      ['--by', 'budget', '--judgments', '20,20,20,20,20', '40,20,20,10,10'],
      [0.3, 0.2, 0.2, 0.15, 0.15],
    ],
    [
      ['--by', 'budget', '--budget', '10', '--judgments', '4,3,2,1,0'],
      [0.4, 0.3, 0.2, 0.1, 0],
    ],
    // Judgments without contradiction: 8 : 4 : 2 : 1 : 1.
    [
      [
        '--by',
        'pairwise',
        '--judgments',
        '1,2,4,8,8',
        '1/2,1,2,4,4',
        '1/4,1/2,1,2,2',
        '1/8,1/4,1/2,1,1',
        '1/8,1/4,1/2,1,1',
      ],
      [0.5, 0.25, 0.125, 0.0625, 0.0625],
    ],
  ])('of the five dimensions %j', async (options, expected) => {
    const { children, shares } = await proposal(...options);
    expect(children).toEqual(['ecosystem', 'technology', 'industry', 'monetisation', 'innovation']);
    for (const [at, share] of expected.entries()) expect(shares?.[at]).toBeCloseTo(share, 12);
  });

  it('names the judgment that contradicts the others, in the table too', async () => {
    const judgments = ['1,3,1/4,1,1', '1/3,1,5,1,1', '4,1/5,1,1,1', '1,1,1,1,1', '1,1,1,1,1'];
    const asked = ['--by', 'pairwise', '--judgments', ...judgments];
    const { consistency } = await proposal(...asked);
    expect(consistency?.ratio).toBeGreaterThan(0.1);
    expect(consistency?.revisit).toMatchObject({ row: 'technology', column: 'industry', found: 5 });
    expect(consistency?.revisit?.ratioThen).toBeLessThan(consistency?.ratio ?? 0);
    const { stdout } = await weights(...asked);
    expect(stdout).toContain('consistency ratio 0.338294');
    expect(stdout).toContain('to revisit: technology over industry, 5.000000');
  });

  it('weighs by the data with the method of the run', async () => {
    const zeros = ['--by', 'critic', '--missing', 'zero'];
    const [pearson, kendall] = [
      await proposal(...zeros),
      await proposal(...zeros, '--correlation', 'kendall'),
    ];
    for (const { shares } of [pearson, kendall]) {
      expect(shares?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
    expect(kendall.shares).not.toEqual(pearson.shares);
  });

  it.each([
    [['--by', 'swing'], /--judgments: expected one list, found 0 lists/u],
    [['--by', 'swing', '--judgments', '1,2'], /ratings: expected 5, one per child, found 2/u],
    [['--by', 'equal', '--judgments', '1'], /--judgments: expected --by rank-order-centroid/u],
    [['--by', 'equal', '--correlation', 'kendall'], /--correlation: expected --by critic/u],
    [['--by', 'swing', '--judgments', '1,1,1,1,1', '--budget', '5'], /--budget: expected --by/u],
    [['--by', 'pairwise', '--judgments', '1,x'], /--judgments.*Expected a number/u],
    [['--by', 'pairwise', '--judgments', '1/0'], /--judgments.*fractions such as 1\/3/u],
    [['--by', 'entropy'], /Entropy needs values that differ, but "industry"/u],
    [['--by', 'guess'], /--by.*Allowed choices are equal, rank-order-centroid/u],
    [[], /--by <method>' not specified/u],
  ])('refuses %j', async (options, message) => {
    const ran = await weights(...options);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });

  it('names a node that has no children', async () => {
    const ran = await commandLine.runHere('weights', path(), '--parent', 'I01', '--by', 'equal');
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('"I01" is no included node with children');
  });
});
