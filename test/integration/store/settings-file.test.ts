import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSettingsFile } from '../../../electron/store/settings-file.ts';
import type { Settings } from '../../../shared/contract/settings-operations.ts';

const defaults: Settings = { language: 'en', theme: 'system', density: 'normal' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengmo-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['no JSON', '{"settings":'],
  ['other JSON', '{"settings":{"language":"fr"}}'],
  ['nothing', ''],
])('a settings file that holds %s counts as none and is told of', async (_what, content) => {
  writeFileSync(join(folder, 'settings.json'), content);
  const complaints: unknown[] = [];
  const settings = await openSettingsFile(folder, defaults, (cause) => complaints.push(cause));
  expect(settings.settings()).toEqual(defaults);
  expect(complaints).toHaveLength(1);
  await settings.change({ theme: 'dark' });
  const again = await openSettingsFile(folder, defaults, (cause) => complaints.push(cause));
  expect(again.settings()).toEqual({ ...defaults, theme: 'dark' });
  expect(complaints).toHaveLength(1);
});

test('the first start has the defaults and complains about nothing', async () => {
  const complaints: unknown[] = [];
  const settings = await openSettingsFile(folder, defaults, (cause) => complaints.push(cause));
  expect(settings.settings()).toEqual(defaults);
  expect(settings.recent()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('recent files are remembered once each, the newest first, and not without end', async () => {
  const settings = await openSettingsFile(folder, defaults, () => undefined);
  for (let file = 0; file < 25; file += 1) {
    await settings.remember(`/files/${file}`, new Date(2026, 0, 1, 0, file));
  }
  await settings.remember('/files/20', new Date(2026, 0, 2));
  const again = await openSettingsFile(folder, defaults, () => undefined);
  const paths = again.recent().map(({ path }) => path);
  expect(paths.slice(0, 3)).toEqual(['/files/20', '/files/24', '/files/23']);
  expect(paths).toHaveLength(20);
});

test('the id of a workbook names no file outside the folder of layouts', async () => {
  const settings = await openSettingsFile(folder, defaults, () => undefined);
  await settings.setLayout('../../outside', '{}');
  expect(await settings.layout('../../outside')).toBe('{}');
  expect(await settings.layout('another')).toBeNull();
});
