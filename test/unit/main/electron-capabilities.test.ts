import { app, dialog, shell } from 'electron';
import { beforeEach, expect, test } from 'vitest';
import { createElectronCapabilities } from '../../../electron/main/electron-capabilities.ts';
import type * as FakeElectron from '../../mocks/electron.ts';

const fakeDialog = dialog as unknown as typeof FakeElectron.dialog;
const fakeShell = shell as unknown as typeof FakeElectron.shell;

function setUp(language: 'zh' | 'en' = 'zh') {
  (app as unknown as typeof FakeElectron.app).paths.set('documents', '/home/a/Documents');
  return createElectronCapabilities(app, { window: () => null, language: () => language });
}

beforeEach(() => {
  fakeDialog.showOpenDialog.mockReset().mockResolvedValue({ filePaths: [] });
  fakeDialog.showSaveDialog.mockReset().mockResolvedValue({ filePath: '' });
  fakeShell.openExternal.mockClear();
});

test('asks for one file of the kind that is meant, in the words of the interface', async () => {
  fakeDialog.showOpenDialog.mockResolvedValue({ filePaths: ['/data/a.csv'] });
  expect(await setUp().pickOpen('import-data', 'window')).toBe('/data/a.csv');
  expect(fakeDialog.showOpenDialog).toHaveBeenCalledExactlyOnceWith({
    defaultPath: '/home/a/Documents',
    filters: [{ name: '数据表', extensions: ['csv', 'xlsx', 'json'] }],
    properties: ['openFile'],
  });
});

test('suggests a name in the folder of last time, and asks before replacing a file', async () => {
  const capabilities = setUp('en');
  fakeDialog.showOpenDialog.mockResolvedValue({ filePaths: ['/data/a.hengmo'] });
  await capabilities.pickOpen('open-workbook', 'window');
  fakeDialog.showSaveDialog.mockResolvedValue({ filePath: '/data/brief.pdf' });
  expect(await capabilities.pickSave('save-pdf', 'brief.pdf', 'window')).toBe('/data/brief.pdf');
  expect(fakeDialog.showSaveDialog).toHaveBeenCalledExactlyOnceWith({
    defaultPath: '/data/brief.pdf',
    filters: [{ name: 'PDF document', extensions: ['pdf'] }],
    properties: ['showOverwriteConfirmation'],
  });
});

test('cancelled is null', async () => {
  expect(await setUp().pickOpen('import-data', 'window')).toBeNull();
  expect(await setUp().pickSave('save-csv', 'a.csv', 'window')).toBeNull();
});

test('checks a link once more where it is handed to the system', async () => {
  const capabilities = setUp();
  await capabilities.openLink('https://example.org/', 'window');
  await expect(capabilities.openLink('file:///bin/sh', 'window')).rejects.toMatchObject({
    code: 'E_FORBIDDEN',
  });
  expect(fakeShell.openExternal.mock.calls).toEqual([['https://example.org/']]);
});

test('shows a written file in its folder', async () => {
  await setUp().reveal('/data/brief.pdf', 'window');
  expect(fakeShell.showItemInFolder).toHaveBeenCalledExactlyOnceWith('/data/brief.pdf');
});
