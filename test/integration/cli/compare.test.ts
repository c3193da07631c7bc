import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCommandLine } from '../../support/command-line.ts';

const commandLine = createCommandLine();
const at = (name: string) => join(commandLine.folder, name);
const compare = (...options: string[]) =>
  commandLine.runHere('compare', at('book.hengmo'), '--draws', '400', '--seed', '7', ...options);

interface Compared {
  readonly units: readonly {
    readonly uCode: string;
    readonly rankFirst: number;
    readonly rankSecond: number;
    readonly scoreChange: number;
    readonly compared: number;
    readonly meanScoreChange: number;
    readonly meanRankChange: number;
    readonly better: number;
    readonly equal: number;
    readonly worse: number;
  }[];
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
}

beforeAll(async () => {
  const { run } = commandLine;
  await run('sample', 'sample.hengmo');
  await run('export', 'sample.hengmo', '--to', 'json', '--out', 'all.json');
  const all = JSON.parse(readFileSync(at('all.json'), 'utf8'));
  all.scenarios.push({
    id: 'money',
    parent: 'baseline',
    name: 'Money first',
    description: '',
    overrides: [
      { kind: 'weight', node: 'monetisation', weight: 80 },
      { kind: 'unit-inclusion', unit: 'zhipu', included: false },
    ],
  });
  await writeFile(at('all.json'), JSON.stringify(all));
  await run('import', 'book.hengmo', '--framework', 'all.json', '--data', 'all.json');
});

describe('compare', () => {
  it('tells what a scenario changes in the same draws, the same for the same seed', async () => {
    const ran = await compare('--second', 'Money first', '--format', 'json');
    expect(ran.stderr).toBe('');
    const { units, onlyFirst, onlySecond } = JSON.parse(ran.stdout) as Compared;
    expect([onlyFirst, onlySecond]).toEqual([['zhipu'], []]);
    expect(units.map(({ uCode }) => uCode)).not.toContain('zhipu');
    for (const { compared, better, equal, worse } of units) {
      expect(compared).toBe(400);
      expect(better + equal + worse).toBeCloseTo(1, 12);
    }
    expect(units.find(({ uCode }) => uCode === 'iflytek')).toMatchObject({
      rankFirst: 2,
      rankSecond: 1,
    });
    expect((await compare('--second', 'money', '--format', 'json')).stdout).toBe(ran.stdout);
  });

  it('without uncertainty every draw is the two scenarios themselves', async () => {
    const asked = [
      '--second',
      'money',
      '--weight-draws',
      'none',
      '--gaps',
      '--value-range',
      '0,0,0',
    ];
    const without = await compare(...asked.slice(0, 2), '--weight-noise', '0', '--format', 'json');
    const { units } = JSON.parse(without.stdout) as Compared;
    for (const unit of units) {
      const { rankFirst, rankSecond, scoreChange, meanScoreChange, meanRankChange } = unit;
      expect(meanRankChange).toBe(rankSecond - rankFirst);
      expect(meanScoreChange).toBeCloseTo(scoreChange, 12);
      expect([unit.better, unit.equal, unit.worse]).toEqual([
        rankSecond < rankFirst ? 1 : 0,
        rankSecond === rankFirst ? 1 : 0,
        rankSecond > rankFirst ? 1 : 0,
      ]);
    }
    // With the gaps drawn, units move though weights and values do not.
    expect((await compare(...asked, '--format', 'json')).stdout).not.toBe(without.stdout);
  });

  it('turned round gives the opposite; the table has the best of the second first', async () => {
    const shares = async (...scenarios: string[]) => {
      const { stdout } = await compare(...scenarios, '--format', 'json');
      const { units } = JSON.parse(stdout) as Compared;
      return units.map(({ uCode, better, worse }) => [uCode, better, worse]);
    };
    const forth = await shares('--second', 'money');
    const back = await shares('--first', 'money', '--second', 'baseline');
    expect(back).toEqual(forth.map(([unit, better, worse]) => [unit, worse, better]));
    const { stdout } = await compare('--second', 'money');
    expect(stdout.split('\n')[1]).toMatch(/^ *2 → 1 +iflytek +科大讯飞/u);
  });

  it.each([
    [[], /--second <scenario>' not specified/u],
    [['--second', 'none'], /--second: expected one of "[^"]+", "Money first", found "none"/u],
    [['--second', 'money', '--first', 'x'], /--first: expected one of/u],
    [['--second', 'money', '--draws', '100001'], /--draws.*from 1 to 100000/u],
  ])('refuses %j', async (options, message) => {
    const ran = await compare(...options);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });
});
