import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { loadBundledData } from '../../../electron/exchange/bundled-data.ts';
import { AppError } from '../../../shared/contract/errors.ts';

const project = resolve(import.meta.dirname, '../../..');
const resources = join(project, 'resources');

describe('the bundled data set', () => {
  it('is 14 companies, 25 indicators of 100 points, 380 observations, 174 sources, 97 adopted cells', async () => {
    const data = await loadBundledData(resources);
    const indicators = data.framework.nodes.filter((node) => node.indicator !== null);
    expect(data.units).toHaveLength(14);
    expect(indicators).toHaveLength(25);
    expect(indicators.reduce((sum, node) => sum + node.weight, 0)).toBe(100);
    expect(data.observations).toHaveLength(380);
    expect(data.sources).toHaveLength(174);
    expect(data.adopted).toHaveLength(97);
  });

  it('covers the points that each company has evidence for', async () => {
    const data = await loadBundledData(resources);
    const points = new Map(data.framework.nodes.map((node) => [node.code, node.weight]));
    const covered: Record<string, number> = {};
    for (const cell of data.adopted) {
      covered[cell.unit] = (covered[cell.unit] ?? 0) + (points.get(cell.indicator) ?? Number.NaN);
    }
    expect(covered).toEqual({
      alibaba: 54,
      bytedance: 49,
      tencent: 46,
      baidu: 44,
      iflytek: 34,
      zhipu: 30,
      deepseek: 22,
      huawei: 19,
      moonshot: 17,
      sensetime: 17,
      minimax: 12,
      '01ai': 11,
      baichuan: 9,
      stepfun: 9,
    });
  });

  it('marks as assumption whatever the published system does not say, in both languages', async () => {
    const { framework } = await loadBundledData(resources);
    const assumptions = new Map(framework.assumptions.map(({ code, text }) => [code, text]));
    for (const node of framework.nodes) {
      if (node.indicator === null) continue;
      const text = assumptions.get(node.code);
      expect(text?.zh).toContain(node.name.zh);
      expect(text?.en).toContain(node.name.en);
      expect(/June 2025|year 2024/.test(text?.en ?? '')).toBe(
        node.indicator.timeRuleBasis === 'decided',
      );
      expect(text?.en.includes('log10')).toBe(node.indicator.transform === 'log10');
    }
  });
});

describe('a damaged installation is refused by name', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hengmo-resources-'));
    await cp(resources, folder, { recursive: true });
  });
  afterEach(async () => rm(folder, { recursive: true, force: true }));

  const dataset = 'datasets/china-llm-2025';
  const framework = 'frameworks/llm-competitiveness-36kr-2025.json';

  test.each([
    [
      'a shortened file',
      `${dataset}/adopted.jsonl`,
      /\n[^\n]+\n$/,
      '\n',
      'expected 97 adopted, found 96',
    ],
    ['half a line', `${dataset}/units.jsonl`, /\}\n$/, '\n', 'units.jsonl, row 14: expected JSON'],
    [
      'an unknown source',
      `${dataset}/observations.jsonl`,
      'src-ee20468c',
      'src-0',
      'observations.jsonl, row 1: expected a known source for obs-0001, found "src-0"',
    ],
    [
      'an unknown unit',
      `${dataset}/observations.jsonl`,
      '"unit": "iflytek"',
      '"unit": "nobody"',
      'observations.jsonl, row 1: expected a known unit for obs-0001, found "nobody"',
    ],
    [
      'an adopted rejection',
      `${dataset}/observations.jsonl`,
      /("id": "obs-0002".*?"rejectedReason": )null/,
      '$1"no"',
      'adopted.jsonl, row 1: expected an observation for iflytek × I01 that may be adopted',
    ],
    [
      'a cell of another company',
      `${dataset}/adopted.jsonl`,
      'obs-0002',
      'obs-0056',
      'adopted.jsonl, row 1: expected an observation of iflytek × I01, found "obs-0056" of baidu × I01',
    ],
    [
      'a value that is no number',
      `${dataset}/observations.jsonl`,
      '"value": 150',
      '"value": "150"',
      'observations.jsonl, row 1, value: ',
    ],
    [
      'points that do not sum',
      framework,
      '"weight": 6',
      '"weight": 7',
      'expected 11 points below "ecosystem.developer-ecosystem", found 12',
    ],
    [
      'an unknown parent',
      framework,
      '"parent": "ecosystem"',
      '"parent": "nowhere"',
      'as parent of "ecosystem.developer-ecosystem", found "nowhere"',
    ],
  ] as const)('%s', async (_what, file, before, after, message) => {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    const changed = text.replace(before, after);
    expect(changed).not.toBe(text);
    await writeFile(path, changed);
    const error = await loadBundledData(folder).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe('E_STORAGE');
    expect((error as AppError).message).toContain(message);
  });

  it('a missing file', async () => {
    await rm(join(folder, dataset, 'sources.jsonl'));
    await expect(loadBundledData(folder)).rejects.toMatchObject({ code: 'E_STORAGE' });
  });
});

const published = resolve(project, '../shared/data');
const isPublishedDataHere = existsSync(published);
if (!isPublishedDataHere) {
  console.warn(`SKIPPED: comparison with the published data, ${published} is not there`);
}

describe.skipIf(!isPublishedDataHere)(
  'the bundled data set against the data it was made from',
  () => {
    const text = (file: string) => readFileSync(join(published, file), 'utf8');
    const json = (file: string) => JSON.parse(text(file));

    it('keeps every observation to the letter', async () => {
      const { observations } = await loadBundledData(resources);
      const found = text('china-llm-2025/observations.jsonl')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(
        observations.map((each) => ({
          id: each.id,
          unit_id: each.unit,
          indicator: each.evidenceOnly ? `${each.indicator}-raw` : each.indicator,
          value: each.value,
          unit: each.unitOfMeasure,
          as_of: each.asOf,
          fit: each.fit,
          confidence: each.confidence,
          rejected: each.rejectedReason !== null,
          model: each.model,
          note: each.note,
          source_id: each.source,
        })),
      ).toEqual(found.map((each) => ({ ...each, value: Number(each.value) })));
    });

    it('keeps every source', async () => {
      expect((await loadBundledData(resources)).sources).toEqual(
        json('china-llm-2025/sources.json'),
      );
    });

    it('keeps every company', async () => {
      const { units } = await loadBundledData(resources);
      expect(
        units.map(({ code, name, attributes }) => ({
          id: code,
          name,
          models: attributes['models']?.split('; '),
          type: attributes['type'] ?? null,
        })),
      ).toEqual(json('china-llm-2025/companies.json'));
    });

    it('keeps every adopted cell with its value, and every series', async () => {
      const { adopted, observations, series } = await loadBundledData(resources);
      const valueOf = new Map(observations.map((each) => [each.id, each.value]));
      const found = json('china-llm-2025/adopted.json');
      expect(
        adopted.map((cell) => ({
          unit_id: cell.unit,
          indicator: cell.indicator,
          observation_id: cell.observation,
          value: valueOf.get(cell.observation),
        })),
      ).toEqual(
        found.adopted.map((cell: { value: number | boolean }) => ({
          ...cell,
          value: Number(cell.value),
        })),
      );
      expect(
        series.map((each) => ({
          indicator: each.indicator,
          measured_as: each.measuredAs,
          unit: each.unitOfMeasure,
          fit: each.fit,
          reason: each.reason,
        })),
      ).toEqual(found.series);
    });

    it('keeps the tree as published', async () => {
      const { framework } = await loadBundledData(resources);
      const found = json('frameworks/llm-competitiveness-36kr-2025.json');
      const blockOfDimension = new Map<string, string>();
      for (const node of found.nodes) if (node.block) blockOfDimension.set(node.code, node.block);
      expect(framework.id).toBe(found.id);
      expect(framework.name).toEqual(found.name);
      expect(framework.source).toEqual({ title: found.source.title, date: found.source.date });
      expect(
        framework.nodes.map(({ code, parent, name, weight, indicator }) => ({
          code,
          parent,
          name,
          points: weight,
          ...(indicator && {
            unit: indicator.unitOfMeasure,
            direction: indicator.direction,
            type: indicator.type,
            time_rule: indicator.timeRule,
            time_rule_basis: indicator.timeRuleBasis,
            cbdg: indicator.tags['cbdg'],
            logic: indicator.tags['logic']?.[0],
            ...(indicator.transform === 'none' ? {} : { transform: indicator.transform }),
          }),
        })),
      ).toEqual(
        found.nodes.map(
          ({ level: _level, block: _block, ...node }: Record<string, unknown>) => node,
        ),
      );
      for (const node of framework.nodes) {
        if (node.indicator === null) continue;
        const group = framework.nodes.find((each) => each.code === node.parent);
        expect(node.indicator.tags['block']).toEqual([blockOfDimension.get(group?.parent ?? '')]);
      }
    });
  },
);
