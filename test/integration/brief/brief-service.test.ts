import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { BriefSection } from '../../../shared/contract/brief-operations.ts';
import { BASELINE, type ScenarioId } from '../../../shared/model/ids.ts';
import type { WorkbookContent } from '../../../shared/model/workbook-content.ts';
import { endOf, exportBrief, previewBrief, WHOLE_BRIEF } from '../../support/export-brief.ts';
import { packed, readPdf } from '../../support/read-pdf.ts';
import { node, smallContent, unit } from '../../support/small-content.ts';
import { CONNECTION, startTestServices, type TestServices } from '../../support/test-services.ts';

let services: TestServices | null = null;

async function started(content: WorkbookContent = smallContent()): Promise<TestServices> {
  services = await startTestServices(content);
  return services;
}

afterEach(async () => {
  await services?.close();
  services = null;
});

function renamed(content: WorkbookContent, name: string): WorkbookContent {
  return {
    ...content,
    title: { zh: name, en: name },
    author: name,
    framework: {
      ...content.framework,
      name: { zh: name, en: name },
      assumptions: [{ code: 'odd', text: { zh: name, en: name } }],
      nodes: content.framework.nodes.map((each) => ({ ...each, name: { zh: name, en: name } })),
    },
    units: content.units.map((each) => ({ ...each, name: { zh: name, en: name } })),
    sources: content.sources.map((each) => ({ ...each, title: name })),
  };
}

describe('what a person wrote stays text', () => {
  const odd = [
    '#let x = 1',
    '*bold* _emphasis_ `raw`',
    '$ x^2 $',
    '<label> @reference',
    '= Heading',
    '#image("/etc/passwd")',
    '] #panic("out") [',
    '"quoted" \\ back // no comment /* none */',
    '</script><svg onload=alert(1)>',
    '~ -- --- ... \\u{1F600}',
  ];

  test.each(odd)('%s', async (name) => {
    const path = await exportBrief(await started(renamed(smallContent(), name)));
    const pdf = readPdf(path);
    expect(pdf.info['Title']).toBe(name);
    // Title, running head, every unit and every node.
    expect(pdf.packed.split(packed(name)).length).toBeGreaterThan(8);
  });

  test('notes and descriptions of scenarios', async () => {
    const content = smallContent();
    const id = 'odd' as ScenarioId;
    const description = '#set page(fill: red) *x* $y$ <z>';
    const path = await exportBrief(
      await started({
        ...content,
        scenarios: [
          ...content.scenarios,
          {
            id,
            parent: BASELINE,
            name: '#odd[*]',
            description,
            overrides: [
              {
                kind: 'value',
                unit: unit('a'),
                indicator: node('users'),
                value: 99,
                note: '#note $1 <2>',
              },
            ],
          },
        ],
      }),
      { scenario: id, language: 'en' },
    );
    const { packed: text } = readPdf(path);
    expect(text).toContain(packed(description));
    expect(text).toContain(packed('from 10 pcs to 99 pcs (#note $1 <2>)'));
    expect(text).toContain(packed('The scenario “#odd[*]” makes these changes'));
  });

  test('a link that is none is printed as text and cannot be clicked', async () => {
    const content = smallContent();
    const path = await exportBrief(
      await started({
        ...content,
        sources: content.sources.map((each) => ({ ...each, url: 'javascript:alert(1)' })),
      }),
    );
    const pdf = readPdf(path);
    expect(pdf.packed).toContain('javascript:alert(1)');
    expect(pdf.bytes.toString('latin1')).not.toContain('/URI (javascript');
  });

  test('control characters and direction marks are taken out', async () => {
    const path = await exportBrief(
      await started(renamed(smallContent(), 'a\u202Eb\u0007c\uD800d')),
    );
    expect(readPdf(path).packed).toContain('abc\uFFFDd');
  });

  test('characters that no font of ours has do not stop the brief', async () => {
    const pdf = readPdf(await exportBrief(await started(renamed(smallContent(), 'Ω 😀 ไทย 名'))));
    expect(pdf.packed).toContain('名');
    expect(pdf.info['Tagged']).toBe('yes');
    expect(pdf.bytes.toString('latin1')).not.toContain('<pdfuaid:part>');
  });
});

describe('workbooks with little in them', () => {
  const holes = /NaN|undefined|null|Infinity|\[object/;

  test('one unit', async () => {
    const content = smallContent();
    const path = await exportBrief(
      await started({
        ...content,
        units: content.units.slice(0, 1),
        observations: content.observations.filter((each) => each.unit === unit('a')),
        adoptions: content.adoptions.filter((each) => each.unit === unit('a')),
      }),
    );
    expect(readPdf(path).packed).not.toMatch(holes);
  });

  test('nobody ranked: says so, and prints all the rest', async () => {
    const content = smallContent();
    const method = { ...content.method, minCoverage: 1 };
    for (const language of ['zh', 'en'] as const) {
      const path = await exportBrief(await started({ ...content, method }), { language });
      const pdf = readPdf(path);
      expect(pdf.packed).toContain(
        packed(
          language === 'zh'
            ? '没有对象的覆盖率达到 100%，因此不作排名。'
            : 'No unit reaches a coverage of 100%, so there is no ranking.',
        ),
      );
      expect(pdf.packed).toContain('UnitA');
      expect(pdf.packed).not.toMatch(holes);
      await services?.close();
    }
    services = null;
  });

  test('no adopted value at all', async () => {
    const path = await exportBrief(await started({ ...smallContent(), adoptions: [] }));
    const pdf = readPdf(path);
    expect(pdf.packed).toContain('没有任何采用值。');
    expect(pdf.packed).toContain('本简报没有印出带来源的数值。');
    expect(pdf.packed).not.toMatch(holes);
  });

  test('scores that do not divide into dimensions', async () => {
    const content = smallContent();
    const method = { ...content.method, aggregation: [{ rule: 'max' as const }] };
    const pdf = readPdf(await exportBrief(await started({ ...content, method })));
    expect(pdf.packed).toContain('得分不能拆成各维度之和');
    expect(pdf.packed).not.toMatch(holes);
  });

  test('no unit at all is refused with its reason, and nothing is written', async () => {
    const running = await started({
      ...smallContent(),
      units: [],
      observations: [],
      adoptions: [],
    });
    const path = join(running.folder, 'none.pdf');
    const token = running.tokens.issue(path, 'save-pdf', CONNECTION);
    const { job } = await running.call('brief.export', { request: WHOLE_BRIEF, token });
    expect((await endOf(running, job)).error).toMatchObject({
      code: 'E_PRECONDITION',
      details: { reason: 'no-units' },
    });
    expect(existsSync(path)).toBe(false);
  });
});

describe('sections', () => {
  test('are printed in the order asked for, and only those', async () => {
    const sections: BriefSection[] = ['sources', 'data', 'findings'];
    const pdf = readPdf(await exportBrief(await started(), { sections }));
    const text = pdf.packed;
    expect(text.lastIndexOf('1来源')).toBeGreaterThan(0);
    expect(text.lastIndexOf('1来源')).toBeLessThan(text.lastIndexOf('2指标数据'));
    expect(text.lastIndexOf('2指标数据')).toBeLessThan(text.lastIndexOf('3要点'));
    expect(text).not.toContain('得分构成');
    // The list stands before the table that cites it, and is complete all the same.
    expect(pdf.lines.some((line) => /^\s*\[\d\]\s+A paper/.test(line))).toBe(true);
  });

  test('without a list of sources there is nothing to cite', async () => {
    const pdf = readPdf(await exportBrief(await started(), { sections: ['units', 'data'] }));
    expect(pdf.packed).not.toMatch(/\[\d+\]/);
  });

  test.each<BriefSection>([
    'findings',
    'ranking',
    'contributions',
    'scenario',
    'units',
    'method',
    'unknowns',
    'data',
    'sources',
  ])('%s stands alone', async (section) => {
    const pdf = readPdf(await exportBrief(await started(), { sections: [section] }));
    expect(pdf.pages.length).toBeGreaterThan(0);
  });
});

describe('same input, same output', () => {
  test('to the byte, in another process state and after other briefs', async () => {
    const running = await started();
    const first = readFileSync(await exportBrief(running));
    await exportBrief(running, { language: 'en', sections: ['data'] });
    const again = readFileSync(await exportBrief(running));
    await running.close();
    const anew = await started();
    const later = readFileSync(await exportBrief(anew));
    expect(again.equals(first)).toBe(true);
    expect(later.equals(first)).toBe(true);
  });

  test('the day of the brief is the day of the clock', async () => {
    const running = await started();
    running.clock.advance(400 * 24 * 60 * 60 * 1000);
    const day = running.clock();
    const pdf = readPdf(await exportBrief(running));
    expect(pdf.packed).toContain(`${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`);
    expect(pdf.info['CreationDate']).toContain(`${day.getFullYear()}`);
  });

  test('an edit is in the next brief', async () => {
    const running = await started();
    await exportBrief(running);
    await running.call('cells.edit', {
      scenario: BASELINE,
      edits: [{ unit: unit('a'), indicator: node('users'), value: 77.5 }],
      note: '',
      baseRevision: running.revision,
    });
    const pdf = readPdf(await exportBrief(running));
    expect(pdf.packed).toContain('77.5');
    expect(pdf.packed).toContain('分析者录入：Ada');
  });
});

describe('preview', () => {
  test('has the pages of the PDF as pictures without script, links or foreign content', async () => {
    const running = await started();
    const { pages, widthPoints, heightPoints } = await previewBrief(running);
    const pdf = readPdf(await exportBrief(running));
    expect(pages.length).toBe(pdf.pages.length);
    expect(widthPoints / heightPoints).toBeCloseTo(210 / 297, 4);
    for (const page of pages) {
      expect(page).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      expect(page).not.toMatch(/<script|onclick|<a |foreignObject|javascript:/);
      const used = new Set([...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id));
      const defined = new Set([...page.matchAll(/<\w+ id="([^"]+)"/g)].map(([, id]) => id));
      const lacking = [...used].filter((id) => !defined.has(id));
      // One space for each of two fonts, and the wide one between Chinese characters.
      expect(lacking.length).toBeLessThanOrEqual(3);
    }
  });

  test('nothing of the workbook’s text is in the picture, only its shapes', async () => {
    const hostile = '</foreignObject></g></svg><script>1</script> " onload="alert(1) & ]]>';
    const content = renamed(smallContent(), hostile);
    const url = 'https://example.org/?"><script>alert(1)</script>&<';
    const { pages } = await previewBrief(
      await started({ ...content, sources: content.sources.map((each) => ({ ...each, url })) }),
    );
    for (const page of pages) {
      expect(page).not.toMatch(/script|onload|alert|example/);
      expect(page.match(/<svg/g)?.length).toBe(1);
      const attributes = page.split('"').filter((_, at) => at % 2 === 1);
      expect(attributes.filter((value) => /[<>]/.test(value))).toEqual([]);
    }
  });

  test('tells its stages', async () => {
    const running = await started();
    await previewBrief(running);
    const stages = running.events.flatMap((event) =>
      event.type === 'job.progress' ? [event.stage] : [],
    );
    expect(stages).toEqual(['charts', 'layout', 'output']);
  });

  test('is not there before the job has ended, and not for another connection', async () => {
    const running = await started();
    const { job } = await running.call('brief.preview', WHOLE_BRIEF);
    await expect(running.call('brief.pages', { job })).rejects.toMatchObject({ code: 'E_BUSY' });
    await endOf(running, job);
    expect((await running.call('brief.pages', { job })).pages.length).toBeGreaterThan(0);
  });
});

describe('stopping', () => {
  test('a cancelled export leaves no file, and the next one works', async () => {
    const running = await started();
    const path = join(running.folder, 'stopped.pdf');
    const token = running.tokens.issue(path, 'save-pdf', CONNECTION);
    const { job } = await running.call('brief.export', { request: WHOLE_BRIEF, token });
    running.jobs.cancel(CONNECTION, job);
    expect((await endOf(running, job)).error?.code).toBe('E_CANCELLED');
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(running.folder).filter((name) => name.includes('.part'))).toEqual([]);
    expect(statSync(await exportBrief(running)).size).toBeGreaterThan(10_000);
  });

  test('of several previews asked at once each gets its own', async () => {
    const running = await started();
    const [chinese, english] = await Promise.all([
      previewBrief(running, { language: 'zh', sections: ['findings'] }),
      previewBrief(running, { language: 'en', sections: ['findings', 'ranking', 'method'] }),
    ]);
    expect(chinese.pages.length).toBeLessThan(english.pages.length);
  });

  test('closing the services ends a brief under way', async () => {
    const running = await started();
    const { job } = await running.call('brief.preview', WHOLE_BRIEF);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await running.close();
    expect((await endOf(running, job)).error).not.toBeNull();
    services = null;
  });
});

test('the brief does not replace the workbook it is made from', async () => {
  const running = await started();
  const token = running.tokens.issue(running.workbookPath, 'save-pdf', CONNECTION);
  await expect(running.call('brief.export', { request: WHOLE_BRIEF, token })).rejects.toMatchObject(
    { code: 'E_PRECONDITION', details: { reason: 'output-over-workbook' } },
  );
});

describe('what a large workbook leaves no room for is said where it would stand', () => {
  const content = smallContent();
  const many: WorkbookContent = {
    ...content,
    units: [
      ...content.units,
      ...Array.from({ length: 500 }, (_, at) => ({
        ...content.units[0]!,
        code: unit(`more-${at}`),
        name: { zh: `更多 ${at}`, en: `More ${at}` },
      })),
    ],
  };
  const units = many.units.length;
  const indicators = content.framework.nodes.filter((each) => each.indicator !== null).length;

  test.each([
    ['zh', `本工作簿有 ${units} 个对象、${indicators} 项指标`, '未抽样计算名次区间'],
    ['en', `this workbook has ${units} and ${indicators}`, 'Rank intervals were not drawn'],
  ] as const)('in %s', async (language, noMap, noDraws) => {
    const path = await exportBrief(await started(many), {
      language,
      sections: ['ranking', 'unknowns'],
    });
    const { packed: text } = readPdf(path);
    expect(text).toContain(packed(noMap));
    expect(text).toContain(packed(noDraws));
  });

  test('and not in a small one', async () => {
    const { packed: text } = readPdf(await exportBrief(await started(content)));
    expect(text).not.toContain(packed('未印'));
    expect(text).not.toContain(packed('未抽样'));
  });
});
