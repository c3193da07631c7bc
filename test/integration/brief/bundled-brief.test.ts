import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleContent } from '../../../electron/services/sample.ts';
import { BASELINE } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/language.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import { exportBrief } from '../../support/export-brief.ts';
import { packed, type PdfReading, readPdf } from '../../support/read-pdf.ts';
import { createSettableClock } from '../../support/settable-clock.ts';
import { startTestServices, type TestServices } from '../../support/test-services.ts';
import { resourcesFolder } from '../../support/test-shell.ts';

const NAMES: Record<Language, Record<string, string>> = {
  zh: {
    alibaba: '阿里巴巴',
    iflytek: '科大讯飞',
    bytedance: '字节跳动',
    baidu: '百度',
    tencent: '腾讯',
    zhipu: '智谱',
  },
  en: {
    alibaba: 'Alibaba',
    iflytek: 'iFLYTEK',
    bytedance: 'ByteDance',
    baidu: 'Baidu',
    tencent: 'Tencent',
    zhipu: 'Zhipu AI (Z.ai)',
  },
};
const TITLES: Record<Language, readonly string[]> = {
  zh: [
    '要点',
    '排名',
    '得分构成',
    '情景变动',
    '评价对象',
    '方法与假设',
    '未知之处',
    '指标数据',
    '来源',
  ],
  en: [
    'Key findings',
    'Ranking',
    'What the scores are made of',
    'What the scenario changes',
    'Units',
    'Method and assumptions',
    'What is not known',
    'Data',
    'Sources',
  ],
};

let services: TestServices;
let result: ScoringResult;
const pdf = {} as Record<Language, PdfReading>;

beforeAll(async () => {
  services = await startTestServices(null);
  const content = await sampleContent(resourcesFolder, 'zh', createSettableClock());
  await services.session.create(services.workbookPath, content);
  result = await services.call('scores.get', { scenario: BASELINE });
  for (const language of ['zh', 'en'] as const) {
    pdf[language] = readPdf(await exportBrief(services, { language }));
  }
}, 120_000);

afterAll(() => services.close());

/** As the engine says, by rules of this test's own. */
const oneDecimal = (score: number) => score.toFixed(1);
const percent = (share: number) => `${Math.round(share * 100)}%`;

describe.each(['zh', 'en'] as const)('%s', (language) => {
  const ranked = () => result.units.filter((_, at) => (result.rank[at] ?? 0) > 0);

  test('every section stands there, numbered and in order', () => {
    const places = TITLES[language].map((title, at) =>
      pdf[language].packed.lastIndexOf(packed(`${at + 1}${title}`)),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('the ranking prints rank, score, intervals and coverage of the engine', () => {
    expect(ranked().length).toBe(6);
    for (const unit of ranked()) {
      const at = result.units.indexOf(unit);
      const start = `${result.rank[at]} ${NAMES[language][unit]}`;
      const row = pdf[language].lines.find(
        (line) => line.trim().startsWith(start) && line.includes('–'),
      );
      expect(row?.trim().split(/\s{2,}/)).toEqual([
        start,
        oneDecimal(result.score[at] ?? NaN),
        `${oneDecimal(result.scoreLow[at] ?? NaN)}–${oneDecimal(result.scoreHigh[at] ?? NaN)}`,
        `${result.plausible?.low[at]}–${result.plausible?.high[at]}`,
        `${result.rankBest[at]}–${result.rankWorst[at]}`,
        percent(result.coverage[at] ?? NaN),
      ]);
    }
  });

  test('contributions by dimension are those of the engine and end in the score', () => {
    const dimensions = ['ecosystem', 'technology', 'industry', 'monetisation', 'innovation'];
    for (const unit of ranked()) {
      const at = result.units.indexOf(unit);
      const parts = dimensions.map((code) => {
        const row = result.nodes.indexOf(code as (typeof result.nodes)[number]);
        return result.contributions[row * result.units.length + at] ?? NaN;
      });
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(result.score[at] ?? NaN, 9);
      const printed = [NAMES[language][unit], ...parts, result.score[at]].map((each) =>
        typeof each === 'number' ? oneDecimal(each) : each,
      );
      expect(pdf[language].lines.map((line) => line.trim().split(/\s{2,}/))).toContainEqual(
        printed,
      );
    }
  });

  test('units without a rank stand apart with their coverage and what they lack', () => {
    const text = pdf[language].packed;
    expect(text).toContain(packed(language === 'zh' ? '不参与排名的对象' : 'Units without a rank'));
    const huawei = pdf[language].lines.find((line) => /^\s*(华为|Huawei)\s+30\.7/.test(line));
    expect(huawei).toMatch(/19%/);
    expect(huawei).toMatch(/8%/);
  });

  test('it is tagged, has an outline, metadata and the seal of PDF/UA-1', () => {
    const { info, bytes } = pdf[language];
    const raw = bytes.toString('latin1');
    expect(info['Tagged']).toBe('yes');
    expect(info['Title']).toBe(
      language === 'zh' ? '中国大模型企业 2025' : 'Chinese large-model companies 2025',
    );
    expect(info['Page size']).toContain('A4');
    expect(raw).toContain('/MarkInfo');
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toContain('/Outlines');
    expect(raw).toContain(language === 'zh' ? '/Lang (zh-CN)' : '/Lang (en-GB)');
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  test('its only fonts are ours, embedded', () => {
    expect(pdf[language].fonts.length).toBe(2);
    for (const { name, embedded } of pdf[language].fonts) {
      expect(name).toMatch(/NotoSansSC-(Regular|Bold)$/);
      expect(embedded).toBe(true);
    }
  });

  test('nothing printed is a hole of the program', () =>
    expect(pdf[language].packed).not.toMatch(/NaN|undefined|null|Infinity|\[object/));

  test('every citation leads to a source that is listed, and every source is cited', () => {
    const cited = new Set(pdf[language].packed.match(/\[\d+\]/g));
    const sources = pdf[language].lines.flatMap(
      (line) => /^\s*\[(\d+)\]\s+\S/.exec(line)?.[1] ?? [],
    );
    const listed = sources.map(Number);
    expect(listed.length).toBeGreaterThan(40);
    expect(new Set(listed).size).toBe(cited.size);
    expect(Math.max(...listed)).toBe(cited.size);
  });

  test('every adopted value stands in its unit’s rows of the data, as found', () => {
    const { units, adoptions, observations, framework } = services.content();
    const valueOf = new Map(observations.map(({ id, value }) => [id, value]));
    const yes = language === 'zh' ? '是' : 'yes';
    for (const { code, name } of units) {
      const rows = pdf[language].lines.filter((line) =>
        line.trim().startsWith(`${name[language]} `),
      );
      const words = new Set(rows.flatMap((row) => row.trim().split(/[\s°†‡]+/)));
      for (const { unit, indicator, observation } of adoptions) {
        if (unit !== code) continue;
        const type = framework.nodes.find((node) => node.code === indicator)?.indicator?.type;
        const value = valueOf.get(observation) ?? NaN;
        const printed = value.toLocaleString('en-US', { maximumFractionDigits: 17 });
        expect(words, `${unit} × ${indicator}`).toContain(type === 'boolean' ? yes : printed);
      }
    }
  });
});

test('the page count is the one printed', () => {
  const { pages, packed: text, info } = pdf.zh;
  expect(`${pages.length}`).toBe(info['Pages']);
  expect(text).toContain(`${pages.length}/${pages.length}`);
});
