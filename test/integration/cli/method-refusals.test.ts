import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCommandLine } from '../../support/command-line.ts';

/* What a method cannot do with the data is refused with unit, indicator and value by name. */

const commandLine = createCommandLine();
const at = (name: string) => join(commandLine.folder, name);

const FRAMEWORK = [
  'iCode,iName,Level,Parent,Weight,Direction,Type,Target',
  'index,Index,2,,1,1,Aggregate,',
  'speed,Speed,1,index,1,1,Indicator,1.5',
  'cost,Cost,1,index,1,-1,Indicator,4',
  'same,Same,1,index,1,1,Indicator,9',
  'none,None,1,index,1,1,Indicator,',
];
const DATA = [
  'uCode,uName,region,speed,cost,same,none',
  'ann,Ann,north,1,-2,5,NA',
  'bob,Bob,north,2.5,4,5,NA',
  'cat,Cat,,4,8,5,NA',
];

async function importTable(name: string, data: readonly string[]): Promise<void> {
  await writeFile(at(`${name}.meta.csv`), FRAMEWORK.join('\n'));
  await writeFile(at(`${name}.csv`), data.join('\n'));
  const files = ['--framework', at(`${name}.meta.csv`), '--data', at(`${name}.csv`)];
  const ran = await commandLine.runHere('import', at(`${name}.hengmo`), ...files);
  expect(ran.code).toBe(0);
}

beforeAll(async () => {
  await importTable('small', DATA);
  await importTable('empty', [DATA[0] ?? '', 'ann,Ann,north,NA,NA,NA,NA', 'bob,Bob,north,,,,']);
  await writeFile(at('zero.json'), JSON.stringify({ speed: 0, cost: 0, same: 0, none: 0 }));
  await writeFile(at('negative.json'), JSON.stringify({ speed: -1 }));
});

describe('refused by name, with exit code 2 and nothing on stdout', () => {
  it.each([
    [
      ['--aggregate=geometric'],
      /geometric mean needs values > 0, but speed of ann is 0 .*1 to 100/u,
    ],
    [
      ['--aggregate=harmonic', '--normalise=z-score'],
      /harmonic mean needs values > 0, but speed of ann is -1 /u,
    ],
    [['--aggregate=power:-1'], /power.* needs values > 0, but speed of ann is 0 /u],
    [['--aggregate=power:0.5', '--scale=-1,1'], /but speed of ann is -1 after normalisation/u],
    [['--weights', 'zero.json'], /weights of all children of index are zero/u],
    [['--weights', 'negative.json'], /negative\.json.*weight of 0 or more.*-1/u],
    [['--normalise=fraction-of-max'], /of cost less is better/u],
    [['--normalise=goalposts'], /speed has no goalposts/u],
    [['--normalise=scaled'], /speed has no scaled bounds/u],
    [['--normalise=distance-to-target'], /none has no target/u],
    [['--normalise=distance-to-reference', '--reference=dan'], /dan/u],
    [['--missing=group-mean'], /"group-mean" needs the attribute/u],
    [['--missing=group-mean', '--group=planet'], /no unit has an attribute "planet"/u],
    [['--missing=group-mean', '--group=region'], /cat has no region/u],
    [['--aggregate=min', '--aggregate=max'], /2 entries of aggregation.*1 level/u],
  ])('score %j', async (options, message) => {
    const given = options.map((option) => (option.endsWith('.json') ? at(option) : option));
    const ran = await commandLine.runHere('score', at('small.hengmo'), ...given);
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(ran.stdout).toBe('');
    expect(ran.code).toBe(2);
  });

  it.each([
    [['uncertainty', '--draws=1000000001', '--seed=1'], /--draws.*from 1 to 1000000000/u],
    [['sensitivity', '--samples=9999999', '--seed=1'], /9999999 samples .* MB of memory/u],
  ])('%j', async ([command = '', ...options], message) => {
    const ran = await commandLine.runHere(command, at('small.hengmo'), ...options);
    expect(ran.stderr).toMatch(message);
    expect(ran.stdout).toBe('');
    expect(ran.code).toBe(2);
  });
});

describe('scored all the same, and said', () => {
  it('a constant column and one without any value are missing, never 0 and never the top', async () => {
    const ran = await commandLine.runHere('score', at('small.hengmo'), '--format=json');
    expect(ran.stderr.split('\n')).toEqual([
      'note: same: all values present are equal and tell nothing apart; treated as missing.',
      'note: none: no adopted value at all.',
      '',
    ]);
    const rows = JSON.parse(ran.stdout) as Record<string, number | null>[];
    for (const { same, none } of rows) expect([same, none]).toEqual([null, null]);
    expect(rows.map(({ index }) => index)).toEqual([50, 45, 50]);
  });

  it('a workbook without any value ranks nobody, whatever is asked of it', async () => {
    const scored = await commandLine.runHere('score', at('empty.hengmo'), '--format=json');
    expect(scored.stderr).toBe('note: speed, cost, same and none: no adopted value at all.\n');
    const rows = JSON.parse(scored.stdout) as Record<string, number | null>[];
    for (const { rank, index, coverage } of rows) {
      expect([rank, index, coverage]).toEqual([null, null, 0]);
    }
    const stability = await commandLine.runHere('stability', at('empty.hengmo'));
    expect(stability.code).toBe(0);
  });

  it('too few complete rows leave a group without principal components, with the reason', async () => {
    const ran = await commandLine.runHere('diagnose', at('small.hengmo'), '--format=json');
    const { groups } = JSON.parse(ran.stdout) as {
      groups: { explained: null; refused: { message: string } }[];
    };
    expect(groups[0]?.explained).toBeNull();
    expect(groups[0]?.refused.message).toMatch(/need at least 5 units without a gap, found 0/u);
  });
});
