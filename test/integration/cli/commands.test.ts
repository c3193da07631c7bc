import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { createCommandLine, type Ran } from '../../support/command-line.ts';

const commandLine = createCommandLine();
const { run } = commandLine;
const at = (name: string) => join(commandLine.folder, name);

beforeAll(async () => {
  await run('sample', 'sample.hengmo');
});

function rowsOf({ stdout }: Ran): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(stdout.trimEnd(), { header: true }).data;
}

/** One line, no stack, nothing on stdout. */
function expectRefusal(ran: Ran, message: string | RegExp): void {
  expect(ran.stderr).toMatch(message);
  expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(ran.stderr).not.toMatch(/\bat .*:\d+:\d+/u);
  expect(ran.stdout).toBe('');
  expect(ran.code).toBe(2);
}

describe('score', () => {
  it('writes one row per unit: names, rank, coverage, then every node by its code from the index down', async () => {
    const ran = await run('score', 'sample.hengmo', '--format', 'csv');
    expect(ran.stderr.split('\n')).toEqual([
      'note: I10: logarithm to base 10 before normalisation.',
      'note: I05, I06, I12, I15, I16, I18, I19, I22 and I23: no adopted value at all.',
      '',
    ]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^uCode,uName,rank,coverage,index,ecosystem,technology,industry,/u);
    const rows = rowsOf(ran);
    expect(rows).toHaveLength(14);
    expect(Object.keys(rows[0] ?? {})).toHaveLength(4 + 1 + 5 + 15 + 25);
    expect(Object.fromEntries(rows.map((row) => [row['uCode'], row['rank']]))).toEqual({
      alibaba: '1',
      iflytek: '2',
      bytedance: '3',
      baidu: '4',
      tencent: '5',
      zhipu: '6',
      huawei: '',
      deepseek: '',
      moonshot: '',
      minimax: '',
      stepfun: '',
      sensetime: '',
      baichuan: '',
      '01ai': '',
    });
    const iflytek = rows.find((row) => row['uCode'] === 'iflytek');
    // The only two values of I21 are 8.47 and less; iFLYTEK has the larger one.
    expect(iflytek).toMatchObject({ uName: '科大讯飞', I21: '100', I05: '' });
    expect(Number(iflytek?.['index'])).toBeCloseTo(50.396, 3);
  });

  it('writes the same numbers as JSON, with null for what is missing or not ranked', async () => {
    const [csv, json] = await Promise.all([
      run('score', 'sample.hengmo', '--format', 'csv'),
      run('score', 'sample.hengmo', '--format', 'json'),
    ]);
    const objects = JSON.parse(json.stdout) as Record<string, string | number | null>[];
    const texts = objects.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)]),
      ),
    );
    expect(texts).toEqual(rowsOf(csv));
    expect(objects.find((row) => row['uCode'] === 'deepseek')).toMatchObject({
      rank: null,
      I01: null,
    });
  });

  it('shows a table by default, ranked units first', async () => {
    const { stdout, code } = await run('score', 'sample.hengmo');
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^rank {2}uCode +uName +coverage +index +ecosystem +technology/u);
    expect(lines[1]).toMatch(/^ +1 {2}alibaba +阿里巴巴 +54\.0 % +54\.0 /u);
    expect(lines).toHaveLength(15);
  });

  it('writes to --out as a whole, replacing an older file', async () => {
    await writeFile(at('scores.csv'), 'old');
    const [ran, direct] = [
      await run('score', 'sample.hengmo', '--format', 'csv', '--out', 'scores.csv'),
      await run('score', 'sample.hengmo', '--format', 'csv'),
    ];
    expect(ran).toEqual({ code: 0, stdout: '', stderr: direct.stderr });
    expect(readFileSync(at('scores.csv'), 'utf8')).toBe(direct.stdout);
  });

  it('leaves the workbook as it is, and lets others read it at the same time', async () => {
    const before = hashOf('sample.hengmo');
    const readers = ['csv', 'json', 'table'].map((format) =>
      run('score', 'sample.hengmo', '--format', format),
    );
    const ran = await Promise.all([...readers, run('check', 'sample.hengmo')]);
    expect(ran.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    await run('export', 'sample.hengmo', '--to', 'json', '--out', 'untouched.json');
    expect(hashOf('sample.hengmo')).toBe(before);
    expect(
      (await readdir(commandLine.folder)).filter((name) => /sample\.hengmo-/u.test(name)),
    ).toEqual([]);
  });

  it('gives the same bytes every time', async () => {
    const outputs = await Promise.all(
      ['json', 'json'].map(async (format) => {
        const copy = `copy-${Math.random()}.hengmo`;
        await copyFile(at('sample.hengmo'), at(copy));
        return (await run('score', copy, '--format', format)).stdout;
      }),
    );
    expect(outputs[0]).toBe(outputs[1]);
  });

  it('takes weights from CSV and from JSON', async () => {
    await writeFile(at('weights.csv'), 'iCode,Weight\nmonetisation,0\ntechnology,0\nindustry,0\n');
    await writeFile(at('weights.json'), '{"monetisation": 0, "technology": 0, "industry": 0}');
    const [csv, json] = await Promise.all([
      run('score', 'sample.hengmo', '--format', 'csv', '--weights', 'weights.csv'),
      run('score', 'sample.hengmo', '--format', 'csv', '--weights', 'weights.json'),
    ]);
    expect(csv.stdout).toBe(json.stdout);
    const baidu = rowsOf(csv).find((row) => row['uCode'] === 'baidu');
    const share = Number(baidu?.['ecosystem']);
    expect(Number(baidu?.['index'])).not.toBe(share);
    // Only ecosystem (25) and innovation (10) count; coverage is the share of their points that Baidu has.
    expect(Number(baidu?.['coverage'])).toBeCloseTo((5 + 6 + 5 + 3 + 3) / 35, 10);
  });

  it('scores with missing values as zero when asked, and says so by coverage alone', async () => {
    const ran = await run(
      'score',
      'sample.hengmo',
      '--format',
      'csv',
      '--missing',
      'zero',
      '--min-coverage',
      '0',
    );
    const rows = rowsOf(ran);
    expect(rows.every((row) => row['rank'] !== '')).toBe(true);
    const own = await run('score', 'sample.hengmo', '--format', 'csv');
    const expected = new Map(
      rowsOf(own).map((row) => [row['uCode'], Number(row['index']) * Number(row['coverage'])]),
    );
    for (const row of rows) {
      // available-leaf divides by the points covered, zero by all of them.
      expect(Number(row['index'])).toBeCloseTo(expected.get(row['uCode']) ?? Number.NaN, 9);
    }
  });

  test.each([
    [
      'an unknown option',
      ['--wheights', 'x.csv'],
      /unknown option '--wheights'.*known options: --scenario, --weights, .*--treat, --help/u,
    ],
    [
      'an unknown rule',
      ['--normalise', 'minmax'],
      /'minmax' is invalid\. Allowed choices are min-max, z-score, .*scaled/u,
    ],
    [
      'an unknown mean',
      ['--aggregate', 'mean'],
      /Allowed choices are arithmetic, geometric, harmonic, .*copeland, topsis, power:<p>/u,
    ],
    ['power 0', ['--aggregate', 'power:0'], /Power 0 is the geometric mean/u],
    [
      'an unknown rule for gaps',
      ['--missing', 'guess'],
      /Allowed choices are available, available-leaf, zero/u,
    ],
    [
      'a scale the wrong way round',
      ['--scale', '100,0'],
      /--scale: expected lowest below highest, found 100,0/u,
    ],
    ['a scale that is none', ['--scale', '0'], /Expected two numbers/u],
    [
      'a scale for ranks',
      ['--normalise', 'rank', '--scale', '0,1'],
      /--scale: expected --normalise min-max or z-score, found rank/u,
    ],
    [
      'a reference without its rule',
      ['--reference', 'baidu'],
      /--reference: expected --normalise distance-to-reference, found min-max/u,
    ],
    [
      'the rule without its reference',
      ['--normalise', 'distance-to-reference'],
      /expected --reference UCODE/u,
    ],
    [
      'an unknown reference',
      ['--normalise', 'distance-to-reference', '--reference', 'nobody'],
      /nobody/u,
    ],
    [
      'means of groups without the group',
      ['--missing', 'group-mean'],
      /"group-mean" needs the attribute that names the group/u,
    ],
    [
      'an unknown group',
      ['--missing', 'group-mean', '--group', 'size'],
      /no unit has an attribute "size"/u,
    ],
    ['a share above 1', ['--min-coverage', '30'], /Expected a number from 0 to 1/u],
    [
      'an unknown scenario',
      ['--scenario', 'none'],
      /--scenario: expected one of "基准情景", found "none"/u,
    ],
    ['a second workbook', ['other.hengmo'], /too many arguments/u],
    [
      'weights that are not there',
      ['--weights', 'nowhere.csv'],
      /nowhere\.csv: expected a file, found none/u,
    ],
    [
      'the workbook as output',
      ['--out', 'sample.hengmo'],
      /expected another file than the workbook itself/u,
    ],
    [
      'a folder that is not there',
      ['--out', 'nowhere/scores.csv'],
      /scores\.csv: the folder does not exist/u,
    ],
  ])('refuses %s', async (_what, args, message) => {
    expectRefusal(await run('score', 'sample.hengmo', ...args), message);
  });

  test.each([
    [
      'an unknown code',
      'iCode,Weight\nnobody,1\n',
      /weights-x\.csv, row 2, column iCode: .*found "nobody"/u,
    ],
    [
      'a negative weight',
      'iCode,Weight\nI01,1\nI02,-1\n',
      /row 3, column Weight: expected a weight of 0 or more, found -1/u,
    ],
    [
      'a weight that is no number',
      'iCode,Weight\nI01,much\n',
      /row 2, column Weight: .*found "much"/u,
    ],
    [
      'a code twice',
      'iCode,Weight\nI01,1\nI01,2\n',
      /row 3, column iCode: expected every code once/u,
    ],
    ['a missing column', 'iCode\nI01\n', /row 1: expected a column Weight/u],
    [
      'an unknown column',
      'iCode,Weight,Colour\nI01,1,red\n',
      /column Colour: expected one of iCode, Weight/u,
    ],
  ])('refuses weights with %s', async (_what, text, message) => {
    await writeFile(at('weights-x.csv'), text);
    expectRefusal(await run('score', 'sample.hengmo', '--weights', 'weights-x.csv'), message);
  });
});

describe('scenarios', () => {
  it('scores what the scenario and its parents say, under its name or id', async () => {
    await run('export', 'sample.hengmo', '--to', 'json', '--out', 'everything.json');
    const everything = JSON.parse(readFileSync(at('everything.json'), 'utf8'));
    everything.scenarios.push(
      {
        id: 'buyer',
        parent: 'baseline',
        name: 'Buyer 选型',
        description: '',
        overrides: [
          { kind: 'weight', node: 'monetisation', weight: 0 },
          { kind: 'unit-inclusion', unit: 'zhipu', included: false },
        ],
      },
      {
        id: 'strict',
        parent: 'buyer',
        name: 'Buyer, strict',
        description: '',
        overrides: [
          { kind: 'method', part: { missing: 'zero' } },
          { kind: 'value', unit: 'baidu', indicator: 'I03', value: null, note: '' },
        ],
      },
    );
    await writeFile(at('everything.json'), JSON.stringify(everything));
    await run(
      'import',
      'scenarios.hengmo',
      '--framework',
      'everything.json',
      '--data',
      'everything.json',
    );
    await writeFile(at('no-money.json'), '{"monetisation": 0}');

    const buyer = await run(
      'score',
      'scenarios.hengmo',
      '--format',
      'csv',
      '--scenario',
      'Buyer 选型',
    );
    expect(rowsOf(buyer).map((row) => row['uCode'])).not.toContain('zhipu');
    const strict = await run(
      'score',
      'scenarios.hengmo',
      '--format',
      'csv',
      '--scenario',
      'strict',
    );
    const byHand = await run(
      'score',
      'scenarios.hengmo',
      '--format',
      'csv',
      '--scenario',
      'buyer',
      '--missing',
      'zero',
    );
    const row = (ran: Ran, unit: string) => rowsOf(ran).find((each) => each['uCode'] === unit);
    expect(row(strict, 'alibaba')?.['index']).toBe(row(byHand, 'alibaba')?.['index']);
    expect(row(byHand, 'baidu')?.['I03']).not.toBe('0');
    // The value lies within the scale, so that of the others none moves. Zero stands at its bottom; coverage tells that nothing is there.
    expect(row(strict, 'baidu')).toMatchObject({ I03: '0' });
    expect(Number(row(strict, 'baidu')?.['coverage'])).toBeLessThan(
      Number(row(byHand, 'baidu')?.['coverage']),
    );
  });
});

describe('brief', () => {
  it('typesets a PDF in the language asked for', async () => {
    const ran = await run('brief', 'sample.hengmo', '--out', 'brief.pdf', '--lang', 'en');
    expect(ran.stderr).toMatch(/^wrote brief\.pdf \(\d+ bytes\)\n$/u);
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(at('brief.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test.each([
    ['no --out', [], /required option '--out <file\.pdf>' not specified/u],
    [
      'a folder that is not there',
      ['--out', 'nowhere/b.pdf'],
      /b\.pdf: the folder does not exist/u,
    ],
    [
      'the workbook as output',
      ['--out', 'sample.hengmo'],
      /expected another file than the workbook itself/u,
    ],
    ['another language', ['--out', 'b.pdf', '--lang', 'fr'], /Allowed choices are zh, en/u],
    [
      'an unknown scenario',
      ['--out', 'b.pdf', '--scenario', 'none'],
      /--scenario: expected one of/u,
    ],
  ])('refuses %s', async (_what, args, message) => {
    expectRefusal(await run('brief', 'sample.hengmo', ...args), message);
    expect(existsSync(at('b.pdf'))).toBe(false);
  });
});

describe('export and import', () => {
  test.each([
    ['json', 'out.json', 'out.json'],
    ['xlsx', 'out.xlsx', 'out.xlsx'],
    ['csv', 'out.framework.csv', 'out.csv'],
  ])('%s gives the same scores to the bit', async (format, framework, data) => {
    const exported = await run('export', 'sample.hengmo', '--to', format, '--out', `out.${format}`);
    expect(exported.code).toBe(0);
    const workbook = `from-${format}.hengmo`;
    const imported = await run('import', workbook, '--framework', framework, '--data', data);
    expect(imported.stderr).toContain('14 units × 25 indicators, 97 of 350 cells have a value');
    expect(imported.code).toBe(0);
    const [before, after] = [
      await run('score', 'sample.hengmo', '--format', 'csv'),
      await run('score', workbook, '--format', 'csv'),
    ];
    expect(after.stdout).toBe(before.stdout);
    const again = await run('export', workbook, '--to', 'json', '--out', `again-${format}.json`);
    expect(again.code).toBe(0);
    await run('export', 'sample.hengmo', '--to', 'json', '--out', 'first.json');
    expect(readFileSync(at(`again-${format}.json`), 'utf8')).toBe(
      readFileSync(at('first.json'), 'utf8'),
    );
  });

  it('takes the bundled framework file, and scores the exported table by its method', async () => {
    await run('export', 'sample.hengmo', '--to', 'csv', '--out', 'table.csv');
    const framework = resolve(
      import.meta.dirname,
      '../../../resources/frameworks/llm-competitiveness-36kr-2025.json',
    );
    await copyFile(at('table.csv'), at('alone.csv'));
    const ran = await run(
      'import',
      'alone.hengmo',
      '--framework',
      framework,
      '--data',
      'alone.csv',
    );
    expect(ran.code).toBe(0);
    const [before, after] = [
      await run('score', 'sample.hengmo', '--format', 'csv'),
      await run('score', 'alone.hengmo', '--format', 'csv'),
    ];
    expect(after.stdout).toBe(before.stdout);
  });

  it('does not write over the workbook', async () => {
    const before = hashOf('sample.hengmo');
    expectRefusal(
      await run('export', 'sample.hengmo', '--to', 'json', '--out', 'sample.hengmo'),
      /expected another file than the workbook itself/u,
    );
    expect(hashOf('sample.hengmo')).toBe(before);
  });
});

describe('places', () => {
  it('sample makes a workbook in the language asked for', async () => {
    const ran = await run('sample', 'english.hengmo', '--lang', 'en');
    expect(ran).toEqual({ code: 0, stdout: '', stderr: 'created english.hengmo\n' });
    expect((await run('score', 'english.hengmo', '--scenario', 'Baseline')).code).toBe(0);
  });

  it('sample and import replace nothing', async () => {
    const before = hashOf('sample.hengmo');
    const files = await readdir(commandLine.folder);
    for (const command of [
      ['sample', 'sample.hengmo'],
      ['import', 'sample.hengmo', '--framework', 'nowhere.csv', '--data', 'nowhere.csv'],
    ]) {
      expectRefusal(await run(...command), /sample\.hengmo: expected a name that is not taken/u);
    }
    expect(hashOf('sample.hengmo')).toBe(before);
    expect(await readdir(commandLine.folder)).toEqual(files);
  });

  it('names a folder that is not there, or that stands in the way', async () => {
    await mkdir(at('folder'), { recursive: true });
    expectRefusal(await run('sample', 'nowhere/a.hengmo'), /a\.hengmo: the folder does not exist/u);
    expectRefusal(await run('sample', 'folder'), /folder: expected a name that is not taken/u);
    expectRefusal(await run('score', 'folder'), /folder is not a workbook/u);
    expectRefusal(await run('score', 'nowhere.hengmo'), /nowhere\.hengmo does not exist/u);
    expect(existsSync(at('nowhere'))).toBe(false);
  });
});

describe('through npm', () => {
  it('takes paths from where the person is, and adds nothing to the data', async () => {
    const project = resolve(import.meta.dirname, '../../..');
    const ran = await commandLine.runThroughNpm(
      project,
      'score',
      'sample.hengmo',
      '--format',
      'csv',
    );
    const direct = await run('score', 'sample.hengmo', '--format', 'csv');
    expect(ran).toEqual(direct);
    const refused = await commandLine.runThroughNpm(project, 'score', 'nowhere.hengmo');
    expectRefusal(refused, /^error: nowhere\.hengmo does not exist\n$/u);
  });
});

describe('check', () => {
  it('finds a new workbook sound', async () => {
    const ran = await run('check', 'sample.hengmo');
    expect(ran.stderr).toBe('sample.hengmo: file, schema and history chain are sound (0 acts)\n');
    expect(ran.code).toBe(0);
  });

  it('finds damage, and a file of another kind', async () => {
    const bytes = readFileSync(at('sample.hengmo'));
    // A page in the middle, where rows of observations are.
    await writeFile(at('damaged.hengmo'), bytes.fill(0x5a, 100 * 1024, 104 * 1024));
    expectRefusal(await run('check', 'damaged.hengmo'), /damaged\.hengmo is damaged/u);
    expectRefusal(
      await run('score', 'damaged.hengmo'),
      /damaged\.hengmo is damaged: its figures may be wrong/u,
    );
    await writeFile(
      at('text.hengmo'),
      'not a workbook at all, but long enough to hold a header'.repeat(40),
    );
    expectRefusal(await run('check', 'text.hengmo'), /text\.hengmo is not a workbook/u);
  });
});

describe('score says what became of the data', () => {
  it.each([
    [['--missing=median'], 'note: I07: 1 missing value filled by the method.'],
    [['--missing=median', '--treat=winsorise'], 'note: I20: alibaba winsorised from 35.8 to 14.8.'],
    [['--missing=median', '--treat=winsorise'], 'note: I02: all values present are equal'],
    [['--availability=0.5'], 'note: ecosystem: missing for 4 units with too few of its children.'],
    [
      ['--normalise=distance-to-reference', '--reference=01ai'],
      'the reference unit has no usable value; treated as missing.',
    ],
  ])('%j', async (options, note) => {
    const { code, stderr, stdout } = await commandLine.runHere(
      'score',
      at('sample.hengmo'),
      ...options,
    );
    expect(stderr).toContain(note);
    expect(stdout).not.toContain('note:');
    expect(code).toBe(0);
  });
});

describe('usage', () => {
  test.each(['', 'sample', 'import', 'score', 'brief', 'export', 'check', 'serve'])(
    '%s --help',
    async (command) => {
      const ran = await run(...command.split(' ').filter((word) => word !== ''), '--help');
      expect(ran.code).toBe(0);
      expect(ran.stderr).toBe('');
      expect(ran.stdout).toMatch(new RegExp(`^Usage: hengmo ${command}`, 'u'));
    },
  );

  it('help comes on stderr when a command was expected', async () => {
    const ran = await run();
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toContain('Usage: hengmo');
  });

  it('lists the commands that there are', async () => {
    expectRefusal(
      await run('scroe', 'sample.hengmo'),
      /unknown command 'scroe'.*known commands: sample, import, score/u,
    );
    expectRefusal(
      await run('export', 'sample.hengmo', '--out', 'x'),
      /required option '--to <format>'/u,
    );
    expectRefusal(await run('score'), /missing required argument 'workbook'/u);
    expectRefusal(await run('serve', '--port', 'http'), /Expected a whole number from 0 to 65535/u);
  });
});

function hashOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(at(name)))
    .digest('hex');
}

const built = existsSync(resolve(import.meta.dirname, '../../../dist/renderer'));
if (!built) console.log('hengmo serve: only its refusal is tested, the workbench is not built');

describe('serve', () => {
  it.skipIf(!built)('prints the address, answers there, and ends when asked', async () => {
    const child = commandLine.start('serve', 'sample.hengmo');
    const { url } = JSON.parse(await child.firstLine) as { url: string };
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//u);
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>');
    expectRefusal(
      await run('score', 'sample.hengmo'),
      /sample\.hengmo is open in another window or program/u,
    );
    expect(await child.stop()).toBe(0);
    expect((await run('check', 'sample.hengmo')).code).toBe(0);
  });

  it.skipIf(!built)('names a workbook that is not there', async () => {
    expectRefusal(await run('serve', 'nowhere.hengmo'), /nowhere\.hengmo/u);
  });

  it.skipIf(built)('says what to do first', async () => {
    expectRefusal(await run('serve'), /the workbench is not built: run "npm run build" first/u);
  });
});
