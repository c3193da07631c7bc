import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StoredAnalysis } from '../../../electron/store/analysis-table.ts';
import { openForReading } from '../../../electron/store/open.ts';
import { createStoreFiles, type StoreFiles } from '../../support/store-files.ts';

let files: StoreFiles;

beforeEach(async () => {
  files = createStoreFiles();
  await files.create();
});
afterEach(() => files.remove());

const analysis = (inputs: string): StoredAnalysis => ({
  kind: 'tornado',
  scenarios: 'baseline',
  inputs,
  engine: 1,
  request: '{}',
  result: Uint8Array.of(0, 255, 7),
});

test('a workbook that is only read shows what it holds, and keeps more until it is closed', async () => {
  const writable = await files.open();
  writable.analyses.keep(analysis('stored'));
  await writable.close();
  const before = readFileSync(files.path);

  const { analyses, readOnly, close } = await openForReading(files.path, files.options);
  expect(readOnly).toBe('write-protected');
  analyses.keep(analysis('passing'));
  expect(analyses.list('tornado', 'baseline').map(({ inputs }) => inputs)).toEqual([
    'passing',
    'stored',
  ]);
  expect(new Uint8Array(analyses.result('tornado', 'stored') as Uint8Array)).toEqual(
    Uint8Array.of(0, 255, 7),
  );
  await close();
  expect(readFileSync(files.path)).toEqual(before);

  const again = await files.open();
  expect(again.analyses.list('tornado', 'baseline').map(({ inputs }) => inputs)).toEqual([
    'stored',
  ]);
  await again.close();
});

test('a closed workbook keeps nothing and breaks nothing', async () => {
  const workbook = await files.open();
  await workbook.close();
  workbook.analyses.keep(analysis('late'));
  expect(workbook.analyses.result('tornado', 'late')).toBeNull();
});

test('the newest sixteen of a kind in a scenario are kept', async () => {
  const workbook = await files.open();
  const { analyses } = workbook;
  for (let at = 0; at < 18; at++) analyses.keep(analysis(String(at)));
  analyses.keep(analysis('5'));
  analyses.keep({ ...analysis('elsewhere'), scenarios: 'other' });
  expect(analyses.list('tornado', 'baseline').map(({ inputs }) => inputs)).toEqual([
    '5',
    ...Array.from({ length: 12 }, (_, at) => String(17 - at)),
    '4',
    '3',
    '2',
  ]);
  expect(analyses.list('tornado', 'other')).toHaveLength(1);
  await workbook.close();
});

test('together they stay within 64 MB: the oldest give way, and what is larger alone is not kept', async () => {
  const workbook = await files.open();
  const { analyses } = workbook;
  const large = (inputs: string, megabytes: number) =>
    analyses.keep({
      ...analysis(inputs),
      scenarios: inputs,
      result: new Uint8Array(megabytes * 1024 ** 2),
    });
  for (const name of ['a', 'b', 'c']) large(name, 30);
  large('d', 65);
  const kept = ['a', 'b', 'c', 'd'].filter((name) => analyses.result('tornado', name) !== null);
  expect(kept).toEqual(['b', 'c']);
  await workbook.close();
});
