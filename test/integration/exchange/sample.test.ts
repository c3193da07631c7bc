import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { sampleContent } from '../../../electron/services/sample.ts';
import { WorkbookContent } from '../../../shared/model/workbook-content.ts';

const resources = resolve(import.meta.dirname, '../../../resources');
const clock = () => new Date('2026-01-02T03:04:05.000Z');

it('makes a whole workbook of the bundled data, scored by its own method', async () => {
  const content = await sampleContent(resources, 'zh', clock);
  expect(WorkbookContent.parse(content)).toEqual(content);
  expect(content.method).toMatchObject({
    normalisation: { rule: 'min-max', low: 0, high: 100 },
    missing: 'available-leaf',
    minCoverage: 0.3,
    aggregation: [{ rule: 'arithmetic' }],
  });
  const ownScale = content.framework.nodes.filter((node) => node.indicator?.goalposts);
  expect(
    ownScale.map((node) => [node.code, node.indicator?.type, node.indicator?.goalposts]),
  ).toEqual([
    ['I17', 'boolean', { lower: 0, upper: 1 }],
    ['I19', 'rating', { lower: 0, upper: 5 }],
  ]);
  expect(new Set(content.observations.map((each) => each.recordedAt))).toEqual(
    new Set(['2026-01-02T03:04:05.000Z']),
  );
});

it('names the root scenario in the language that was asked for', async () => {
  const [zh, en] = await Promise.all([
    sampleContent(resources, 'zh', clock),
    sampleContent(resources, 'en', clock),
  ]);
  expect(zh.scenarios[0]?.name).toBe('基准情景');
  expect(en.scenarios[0]?.name).toBe('Baseline');
  expect({ ...zh, scenarios: [] }).toEqual({ ...en, scenarios: [] });
});
