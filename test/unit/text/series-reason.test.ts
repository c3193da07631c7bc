import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { seriesReasonInWords } from '../../../shared/text/series-reason.ts';

const file = fileURLToPath(
  new URL('../../../resources/datasets/china-llm-2025/series.jsonl', import.meta.url),
);
const reasons = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { reason: string }).reason);

test.each(reasons)('is said in Chinese, and in English as the data have it: %s', (reason) => {
  const chinese = seriesReasonInWords('zh', reason);
  expect(chinese).toMatch(/\p{Script=Han}/u);
  expect(chinese.endsWith('。')).toBe(true);
  // The same figures, e.g. a month or a count; 36氪 is a name.
  const figures = (text: string) => (text.match(/\d{4}(-\d\d)?|\b\d+\b(?!氪)/gu) ?? []).toSorted();
  expect(figures(chinese)).toEqual(figures(reason));
  expect(seriesReasonInWords('en', reason)).toBe(reason);
});

test('what somebody wrote stays as it was written', () => {
  expect(seriesReasonInWords('zh', 'Own count.')).toBe('Own count.');
});
