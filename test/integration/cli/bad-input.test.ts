import { readdir, mkdir, writeFile, chmod } from 'node:fs/promises';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { createCommandLine } from '../../support/command-line.ts';

const commandLine = createCommandLine();
const { run, runHere } = commandLine;
const at = (name: string) => join(commandLine.folder, name);

const META = `iCode,iName,Level,Parent,Weight,Direction,Type,Unit
Index,Index,2,NA,1,1,Aggregate,
A,First,1,Index,1,1,Indicator,%
B,Second,1,Index,2,-1,Indicator,
G,Group,NA,NA,NA,NA,Group,
`;
const DATA = `uCode,uName,G,A,B
x,Ex,one,1,4
y,Why,two,2.5,NA
z,Zed,one,,6
`;

const replaced = (text: string, before: string | RegExp, after: string) => {
  const changed = text.replace(before, after);
  if (changed === text) throw new Error(`nothing to replace: ${String(before)}`);
  return changed;
};
const meta = (before: string | RegExp, after: string) => replaced(META, before, after);
const data = (before: string | RegExp, after: string) => replaced(DATA, before, after);

interface Case {
  readonly meta?: string | Uint8Array;
  readonly data?: string | Uint8Array;
  readonly message: RegExp;
}

/**
 * Imports and expects one line that says where and what, exit code 2, and the folder as it was. One process for all
 * cases; that the process itself keeps to this is what the tests of places and commands show.
 */
async function expectRefused({ message, ...files }: Case): Promise<void> {
  await writeFile(at('iMeta.csv'), files.meta ?? META);
  await writeFile(at('iData.csv'), files.data ?? DATA);
  const before = await readdir(commandLine.folder);
  const [framework, table] = [at('iMeta.csv'), at('iData.csv')];
  const ran = await runHere('import', at('new.hengmo'), '--framework', framework, '--data', table);
  expect(ran.stderr).toMatch(message);
  expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(ran.stderr.length).toBeLessThan(700);
  expect(ran.stderr).not.toMatch(/\bat .*:\d+:\d+/u);
  expect(ran.stdout).toBe('');
  expect(ran.code).toBe(2);
  expect(await readdir(commandLine.folder)).toEqual(before);
}

it('takes the files that the cases below spoil', async () => {
  await writeFile(at('iMeta.csv'), META);
  await writeFile(at('iData.csv'), DATA);
  const ran = await run('import', 'good.hengmo', '--framework', 'iMeta.csv', '--data', 'iData.csv');
  expect(ran.stderr).toContain('3 units × 2 indicators, 4 of 6 cells have a value');
  const scores = await run('score', 'good.hengmo', '--format', 'json');
  // B: 4 is best, 6 worst. x: (1·0 + 2·100)/3; y has A only; z has B only.
  expect(JSON.parse(scores.stdout)).toEqual([
    {
      uCode: 'x',
      uName: 'Ex',
      rank: 2,
      coverage: 1,
      Index: expect.closeTo(200 / 3, 9),
      A: 0,
      B: 100,
    },
    {
      uCode: 'y',
      uName: 'Why',
      rank: 1,
      coverage: expect.closeTo(1 / 3, 12),
      Index: expect.closeTo(100, 9),
      A: 100,
      B: null,
    },
    {
      uCode: 'z',
      uName: 'Zed',
      rank: 3,
      coverage: expect.closeTo(2 / 3, 12),
      Index: 0,
      A: null,
      B: 0,
    },
  ]);
});

const DATA_CASES: Record<string, Case> = {
  'text where a number belongs': {
    data: data('2.5', 'much'),
    message: /iData\.csv, row 3, column A: expected a number or nothing, found "much"/u,
  },
  'several of them': {
    data: data('2.5', 'much').replace('6', '1,5'.replace(',', ';')),
    message: /row 3, column A: .*found "much"; also row 4, column B: "1;5"/u,
  },
  NaN: { data: data('2.5', 'NaN'), message: /row 3, column A: .*found "NaN"/u },
  Infinity: { data: data('2.5', '-Infinity'), message: /row 3, column A: .*found "-Infinity"/u },
  'a number beyond all doubles': {
    data: data('2.5', '1e999'),
    message: /row 3, column A: .*found "1e999"/u,
  },
  'a hexadecimal number': {
    data: data('2.5', '0x10'),
    message: /row 3, column A: .*found "0x10"/u,
  },
  'thousands separators': {
    data: data('2.5', '"2,500"'),
    message: /row 3, column A: .*found "2,500"/u,
  },
  'a duplicate unit': {
    data: data('\ny,', '\nx,'),
    message: /iData\.csv, row 3, column uCode: expected every unit once, found "x", as in row 2/u,
  },
  'a unit without code': {
    data: data('\ny,', '\n,'),
    message: /row 3, column uCode: expected a code/u,
  },
  'a unit without name': {
    data: data('Why', ''),
    message: /row 3, column uName: expected a name, found nothing/u,
  },
  'a missing indicator': {
    data: data(',B\n', ',C\n'),
    message: /iData\.csv, row 1: expected a column B, found "uCode", "uName", "G", "A", "C"/u,
  },
  'no uCode': {
    data: data('uCode', 'code'),
    message: /iData\.csv, row 1: expected a column uCode, found "code"/u,
  },
  'no uName': {
    data: data('uName', 'name'),
    message: /iData\.csv, row 1: expected a column uName/u,
  },
  'a column twice': {
    data: data('G,A', 'A,A'),
    message: /row 1, column D: expected every column once, found "A" again/u,
  },
  'a column of an aggregate': {
    data: data('G,A', 'Index,A'),
    message:
      /row 1, column Index: expected columns of indicators and attributes, found an aggregate/u,
  },
  'a nameless column': {
    data: data('G,A', ',A'),
    message: /row 1, column C: expected a column name/u,
  },
  'a short row': {
    data: data('y,Why,two,2.5,NA', 'y,Why,two,2.5'),
    message: /row 3: expected 5 cells as in row 1, found 4/u,
  },
  'a long row': {
    data: data('y,Why,two,2.5,NA', 'y,Why,two,2.5,NA,7'),
    message: /row 3: expected 5 cells as in row 1, found 6/u,
  },
  'a quotation mark that is never closed': {
    data: data('Why', '"Why'),
    message: /iData\.csv, row 3: expected closed quotation marks/u,
  },
  'an empty file': { data: '', message: /iData\.csv: expected content, found an empty file/u },
  'blank lines only': {
    data: '\n\n\n',
    message: /iData\.csv, row 1: expected a header row, found an empty row/u,
  },
  'a header only': {
    data: 'uCode,uName,G,A,B\n',
    message: /iData\.csv: expected rows of units, found none/u,
  },
  'a binary file': {
    data: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 3, 0, 0x3e, 0]),
    message: /iData\.csv: expected text in UTF-8, UTF-16 or GB18030, found a binary file/u,
  },
  'another encoding': {
    data: Buffer.from(data('Ex', '\u00d6sterreich'), 'latin1'),
    message: /iData\.csv: expected UTF-8, UTF-16 or GB18030, found another encoding/u,
  },
  'a PDF': {
    data: Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n', 'latin1'),
    message: /iData\.csv/u,
  },
  'an old Excel file': {
    data: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    message: /iData\.csv: expected XLSX or CSV, found the older XLS format/u,
  },
  'a damaged XLSX file': {
    data: Buffer.from('PK\u0003\u0004 and nothing that follows'),
    message: /iData\.csv: expected an XLSX workbook, found a damaged or different file/u,
  },
  'a framework instead of data': {
    data: '{"format": "hengmo-framework"}',
    message: /iData\.csv: expected format hengmo-workbook, found "hengmo-framework"/u,
  },
  'JSON that breaks off': {
    data: '{"format": "hengmo-workbook", ',
    message: /iData\.csv: expected JSON/u,
  },
  'JSON of another kind': {
    data: '{"type": "FeatureCollection"}',
    message: /iData\.csv, format: /u,
  },
};

describe('data', () => {
  test.each(Object.entries(DATA_CASES))('%s', async (_, spoilt) => expectRefused(spoilt));

  it('a file of 50 MB', async () => {
    const row = `${'x'.repeat(1000)}\n`;
    await expectRefused({
      data: row.repeat((50 * 1024 * 1024) / row.length),
      message: /iData\.csv: expected at most 40\.0 MB, found (?:49\.\d|50\.0) MB/u,
    });
    await writeFile(at('iData.csv'), DATA);
  });
});

const FRAMEWORK_CASES: Record<string, Case> = {
  'a cycle': {
    meta: meta('Index,Index,2,NA', 'Index,Index,2,P').replace(
      'A,First',
      'P,Part,3,Index,1,1,Aggregate,\nA,First',
    ),
    message:
      /iMeta\.csv, row 2, column Parent: expected parents that lead up to the index, found a cycle: Index → P → Index/u,
  },
  'a node that is its own parent': {
    meta: meta('Index,Index,2,NA', 'Index,Index,2,Index'),
    message: /row 2, column Parent: .*found a cycle: Index → Index/u,
  },
  'an unknown parent': {
    meta: meta('A,First,1,Index', 'A,First,1,Indx'),
    message:
      /iMeta\.csv, row 3, column Parent: expected the code of another row as parent of "A", found "Indx"/u,
  },
  'an indicator as parent': {
    meta: meta('B,Second,1,Index', 'B,Second,1,A'),
    message: /row 4, column Parent: .*found the indicator "A"/u,
  },
  'two indices': {
    meta: meta('A,First,1,Index', 'A,First,1,NA'),
    message: /row 3, column Parent: expected one row without a parent, found "Index" and "A"/u,
  },
  'an aggregate of nothing': {
    meta: `${META}P,Part,1,Index,1,1,Aggregate,\n`,
    message: /row 6, column Parent: expected at least one row with parent "P", found none/u,
  },
  'a duplicate code': {
    meta: meta('B,Second', 'A,Second'),
    message: /row 4, column iCode: expected every code once, found "A" again/u,
  },
  'a negative weight': {
    meta: meta('Index,2,-1', 'Index,-2,-1'),
    message: /row 4, column Weight: expected a weight of 0 or more, found "-2"/u,
  },
  'no weight': {
    meta: meta('Index,2,-1', 'Index,,-1'),
    message: /row 4, column Weight: expected a weight of 0 or more, found nothing/u,
  },
  'a weight beyond all doubles': {
    meta: meta('Index,2,-1', 'Index,1e999,-1'),
    message: /row 4, column Weight: .*found "1e999"/u,
  },
  'a direction other than 1 and -1': {
    meta: meta('Index,2,-1', 'Index,2,0'),
    message: /row 4, column Direction: expected 1 or -1, found "0"/u,
  },
  'a direction in words': {
    meta: meta('Index,2,-1', 'Index,2,down'),
    message: /row 4, column Direction: expected 1 or -1, found "down"/u,
  },
  'an unknown type': {
    meta: meta('Indicator,%', 'Indicateur,%'),
    message:
      /row 3, column Type: expected one of Indicator, Aggregate, Group, Denominator, Other, found "Indicateur"/u,
  },
  'a level that contradicts the parent': {
    meta: meta('A,First,1', 'A,First,2'),
    message:
      /row 3, column Level: expected a level below that of the parent "Index" \(2\), found "2"/u,
  },
  'a missing column': {
    meta: meta('Weight', 'Weights'),
    message: /iMeta\.csv, row 1, column Weights: expected one of iCode, iName/u,
  },
  'a column that is not there': {
    meta: META.replaceAll(/,[^,\n]*$/gmu, '').replaceAll(/,[^,\n]*$/gmu, ''),
    message: /iMeta\.csv, row 1: expected a column Type/u,
  },
  'no indicators': {
    meta: META.split('\n').slice(0, 1).join('\n'),
    message: /iMeta\.csv: expected rows of type Indicator, found none/u,
  },
  'goalposts the wrong way round': {
    meta: meta('Unit\n', 'Unit,goalpost_lower,goalpost_upper\n')
      .replace('Aggregate,\n', 'Aggregate,,,\n')
      .replace('Indicator,%', 'Indicator,%,10,5')
      .replace('Indicator,\n', 'Indicator,,,\n')
      .replace('Group,\n', 'Group,,,\n'),
    message:
      /row 3, column goalpost_upper: expected a number above goalpost_lower \(10\), found "5"/u,
  },
  'an empty file': { meta: '', message: /iMeta\.csv: expected content, found an empty file/u },
  'JSON of another kind': {
    meta: '{"format": "something"}',
    message: /iMeta\.csv: expected format hengmo-framework or hengmo-workbook, found "something"/u,
  },
};

describe('framework', () => {
  test.each(Object.entries(FRAMEWORK_CASES))('%s', async (_, spoilt) => expectRefused(spoilt));
});

describe('places', () => {
  beforeEach(async () => {
    await writeFile(at('iMeta.csv'), META);
    await writeFile(at('iData.csv'), DATA);
  });

  test.each([
    [
      'no such framework',
      ['--framework', 'nowhere.csv', '--data', 'iData.csv'],
      /nowhere\.csv: expected a file, found none/u,
    ],
    [
      'no such data',
      ['--framework', 'iMeta.csv', '--data', 'nowhere.csv'],
      /nowhere\.csv: expected a file, found none/u,
    ],
    [
      'a folder as data',
      ['--framework', 'iMeta.csv', '--data', '.'],
      /: expected a file, found a folder/u,
    ],
    [
      'no data at all',
      ['--framework', 'iMeta.csv'],
      /required option '--data <file>' not specified/u,
    ],
  ])('%s', async (_, args, message) => {
    const before = await readdir(commandLine.folder);
    const ran = await run('import', 'new.hengmo', ...args);
    expect(ran.stderr).toMatch(message);
    expect(ran.code).toBe(2);
    expect(await readdir(commandLine.folder)).toEqual(before);
  });

  // The superuser may write anywhere.
  it.skipIf(process.getuid?.() === 0)('a folder without permission to write', async () => {
    await mkdir(at('closed'));
    await chmod(at('closed'), 0o555);
    const ran = await run(
      'import',
      'closed/new.hengmo',
      '--framework',
      'iMeta.csv',
      '--data',
      'iData.csv',
    );
    expect(ran.stderr).toContain('new.hengmo');
    expect(ran.code).toBe(2);
    expect(await readdir(at('closed'))).toEqual([]);
  });

  it('a place that no file can be written to', async () => {
    const ran = await run(
      'import',
      '/proc/new.hengmo',
      '--framework',
      'iMeta.csv',
      '--data',
      'iData.csv',
    );
    expect(ran.stderr).toContain('new.hengmo');
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(ran.code).toBe(2);
  });
});

describe('what is recognised', () => {
  let scores = '';
  beforeAll(async () => {
    await writeFile(at('iMeta.csv'), META);
    await writeFile(at('plain.csv'), DATA.replace('Why', '歪'));
    await run('import', 'plain.hengmo', '--framework', 'iMeta.csv', '--data', 'plain.csv');
    scores = (await run('score', 'plain.hengmo', '--format', 'csv')).stdout;
  });

  const text = DATA.replace('Why', '歪');
  test.each([
    ['UTF-8 with mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 as Excel writes it', Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le')],
    ['UTF-16 BE without mark', Buffer.from(text, 'utf16le').swap16()],
    [
      'GB18030',
      Buffer.concat(
        text
          .split('歪')
          .flatMap((part, index) =>
            index === 0 ? [Buffer.from(part)] : [Buffer.from([0xcd, 0xe1]), Buffer.from(part)],
          ),
      ),
    ],
    [
      'semicolons and Windows line ends',
      Buffer.from(text.replaceAll(',', ';').replaceAll('\n', '\r\n')),
    ],
  ])('%s', async (name, bytes) => {
    const workbook = `${name.replaceAll(' ', '-')}.hengmo`;
    await writeFile(at('encoded.csv'), bytes);
    const ran = await run('import', workbook, '--framework', 'iMeta.csv', '--data', 'encoded.csv');
    expect(ran.stderr).toContain('3 units × 2 indicators');
    expect(scores).toContain('y,歪,1,');
    expect((await run('score', workbook, '--format', 'csv')).stdout).toBe(scores);
  });

  it('XLSX', async () => {
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line) =>
        line.split(',').map((cell) => (/^[\d.]+$/u.test(cell) ? Number(cell) : cell || null)),
      );
    await writeFile(at('data.xlsx'), await writeXlsxFile(rows).toBuffer());
    const ran = await run(
      'import',
      'xlsx.hengmo',
      '--framework',
      'iMeta.csv',
      '--data',
      'data.xlsx',
    );
    expect(ran.stderr).toContain('3 units × 2 indicators');
    expect((await run('score', 'xlsx.hengmo', '--format', 'csv')).stdout).toBe(scores);
  });

  it('names sheet, row and column of an XLSX file', async () => {
    await writeFile(
      at('bad.xlsx'),
      await writeXlsxFile(
        [
          ['uCode', 'uName', 'A', 'B'],
          ['x', 'Ex', 1, 'much'],
        ],
        { sheet: 'figures' },
      ).toBuffer(),
    );
    const ran = await run('import', 'new.hengmo', '--framework', 'iMeta.csv', '--data', 'bad.xlsx');
    expect(ran.stderr).toBe(
      'error: bad.xlsx, sheet figures, row 2, column B: expected a number or nothing, found "much"\n',
    );
    expect(ran.code).toBe(2);
  });
});

describe('text that a spreadsheet would run', () => {
  it('comes in as text, goes out harmless, and comes back as it was', async () => {
    await writeFile(at('iMeta.csv'), META);
    await writeFile(at('formula.csv'), data('Why', '=cmd()'));
    await run('import', 'formula.hengmo', '--framework', 'iMeta.csv', '--data', 'formula.csv');
    const scores = await run('score', 'formula.hengmo', '--format', 'csv');
    expect(scores.stdout).toContain("y,'=cmd(),1,");
    await run('export', 'formula.hengmo', '--to', 'csv', '--out', 'harmless.csv');
    await run('import', 'back.hengmo', '--framework', 'iMeta.csv', '--data', 'harmless.csv');
    const json = await run('score', 'back.hengmo', '--format', 'json');
    expect(JSON.parse(json.stdout)).toContainEqual(expect.objectContaining({ uName: '=cmd()' }));
  });
});
