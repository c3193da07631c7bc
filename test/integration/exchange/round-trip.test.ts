import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { writeExport, type ExportFormat } from '../../../electron/exchange/export-content.ts';
import { readImport } from '../../../electron/exchange/import-content.ts';
import { sampleContent } from '../../../electron/services/sample.ts';
import { WorkbookContent } from '../../../shared/model/workbook-content.ts';

const resources = resolve(import.meta.dirname, '../../../resources');
const options = { recordedAt: '2026-05-06T07:08:09.000Z', language: 'zh' } as const;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengmo-exchange-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

/** The bundled data with everything that an analyst may have added, awkward text included. */
async function richContent(): Promise<WorkbookContent> {
  const sample = await sampleContent(resources, 'zh', () => new Date('2026-01-02T03:04:05.000Z'));
  return WorkbookContent.parse({
    ...sample,
    author: '=HYPERLINK("http://example.com")',
    shipped: {
      weights: sample.framework.nodes.map(({ weight }) => weight),
      method: sample.method,
    },
    method: { ...sample.method, minCoverage: 0.1 + 0.2 },
    units: sample.units.map((unit, index) =>
      index === 0
        ? {
            ...unit,
            attributes: { ...unit.attributes, note: '=cmd()', staff: '0012', share: '-3.5' },
          }
        : unit,
    ),
    observations: sample.observations.map((each, index) =>
      index === 1
        ? { ...each, value: 0.1 + 0.2, author: '@分析员', note: `"quoted", comma;\nline\t'=1+1` }
        : each,
    ),
    scenarios: [
      ...sample.scenarios,
      {
        id: 'buyer',
        parent: 'baseline',
        name: '选型 "A"',
        description: 'first line\nsecond line',
        overrides: [
          { kind: 'weight', node: 'ecosystem', weight: 1 / 3 },
          { kind: 'value', unit: 'iflytek', indicator: 'I01', value: null, note: '+unknown' },
          { kind: 'method', part: { missing: 'zero' } },
          { kind: 'unit-inclusion', unit: 'stepfun', included: false },
          { kind: 'node-inclusion', node: 'I25', included: false },
        ],
      },
      { id: 'child', parent: 'buyer', name: 'child', description: '', overrides: [] },
    ],
    weightSets: ['=first "set"', '第二套'].map((name, at) => ({
      id: `set-${at}`,
      name,
      weights: [
        ...sample.framework.nodes.map(({ code }, place) => ({ node: code, weight: place / 3 })),
        { node: 'a node that is gone', weight: 0 },
      ],
    })),
  });
}

const FILES: Readonly<Record<ExportFormat, readonly [string, string]>> = {
  json: ['out.json', 'out.json'],
  xlsx: ['out.xlsx', 'out.xlsx'],
  csv: ['out.framework.csv', 'out.csv'],
};

describe('what is exported comes back', () => {
  test.each(['json', 'xlsx', 'csv'] as const)('from %s, whole and to the bit', async (format) => {
    const content = await richContent();
    await writeExport(content, format, join(folder, `out.${format}`));
    const [framework, data] = FILES[format].map((name) => join(folder, name));
    const back = await readImport(framework ?? '', data ?? '', options);
    expect(sorted(back.content)).toEqual(sorted(content));
  });

  it('in CSV the edited cell counts, and what it was stays as candidate', async () => {
    const content = await richContent();
    await writeExport(content, 'csv', join(folder, 'out.csv'));
    const text = await readFile(join(folder, 'out.csv'), 'utf8');
    expect(text).toContain(',2185,');
    await writeFile(join(folder, 'out.csv'), text.replace(',2185,', ',2200,'));
    const back = await readImport(
      join(folder, 'out.framework.csv'),
      join(folder, 'out.csv'),
      options,
    );
    const cell = back.content.adoptions.find(
      (each) => each.unit === 'baidu' && each.indicator === 'I01',
    );
    const adopted = back.content.observations.find((each) => each.id === cell?.observation);
    expect(adopted).toMatchObject({ value: 2200, author: null, recordedAt: options.recordedAt });
    expect(back.content.sources.find((each) => each.id === adopted?.source)?.title).toBe('out.csv');
    expect(back.content.observations).toHaveLength(content.observations.length + 1);
    expect(back.content.observations.find((each) => each.id === 'obs-0056')?.value).toBe(2185);
  });

  it('the framework of one workbook with the data of another table', async () => {
    const content = await richContent();
    await writeExport(content, 'json', join(folder, 'framework.json'));
    const codes = content.framework.nodes.filter((node) => node.indicator).map((node) => node.code);
    await writeFile(
      join(folder, 'data.csv'),
      `uCode,uName,${codes.join(',')}\na,Aa,${codes.map(() => 1).join(',')}\nb,Bb,${codes.map(() => '').join(',')}\n`,
    );
    const back = await readImport(
      join(folder, 'framework.json'),
      join(folder, 'data.csv'),
      options,
    );
    expect(back.content.method).toEqual(content.method);
    expect(back.content.units.map((unit) => unit.code)).toEqual(['a', 'b']);
    expect(back.content.adoptions).toHaveLength(25);
    expect(back.content.scenarios).toHaveLength(1);
  });
});

describe('formula-looking text', () => {
  it('is harmless in every cell of every CSV file', async () => {
    await writeExport(await richContent(), 'csv', join(folder, 'out.csv'));
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'utf8');
      expect(text.slice(1)).not.toMatch(/(?:^|[,\n]"?)(?:=|@|\+(?!\d)|-(?!\d))/u);
    }
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toContain("'=cmd()");
  });

  it('is no formula in XLSX', async () => {
    await writeExport(await richContent(), 'xlsx', join(folder, 'out.xlsx'));
    const { default: readXlsxFile } = await import('read-excel-file/node');
    const sheets = await readXlsxFile(join(folder, 'out.xlsx'));
    expect(sheets.flatMap(({ data }) => data.flat())).toContain("'=cmd()");
  });
});

describe('writing', () => {
  it('leaves nothing behind when a file of the set cannot be written', async () => {
    const content = await richContent();
    const blocked = join(folder, 'blocked');
    // The folder stands where a table of the set should go.
    await writeExport(content, 'csv', join(folder, 'other.csv'));
    const before = await readdir(folder);
    const { mkdir } = await import('node:fs/promises');
    await mkdir(`${blocked}.sources.csv`);
    await expect(writeExport(content, 'csv', `${blocked}.csv`)).rejects.toMatchObject({
      code: 'E_STORAGE',
      message: 'blocked.sources.csv: expected a file name, found a folder',
    });
    expect(await readdir(folder)).toEqual([...before, 'blocked.sources.csv'].toSorted());
  });

  it('sends more observations than a spreadsheet can take to the other formats', async () => {
    const content = await richContent();
    const [first] = content.observations;
    if (first === undefined) throw new Error('no observations');
    const many = { ...content, observations: Array.from({ length: 200_001 }, () => first) };
    await expect(writeExport(many, 'xlsx', join(folder, 'out.xlsx'))).rejects.toMatchObject({
      code: 'E_UNSUPPORTED',
      message: expect.stringContaining('found 200001; export to CSV or JSON'),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('names the folder that is not there', async () => {
    const content = await richContent();
    await expect(
      writeExport(content, 'json', join(folder, 'nowhere', 'out.json')),
    ).rejects.toMatchObject({ code: 'E_STORAGE', message: 'out.json: the folder does not exist' });
  });
});

/** Adoptions are a set; the order in which they come says nothing. */
function sorted(content: WorkbookContent): WorkbookContent {
  const keyOf = (cell: { unit: string; indicator: string }) => `${cell.unit}/${cell.indicator}`;
  return {
    ...content,
    adoptions: content.adoptions.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))),
  };
}
