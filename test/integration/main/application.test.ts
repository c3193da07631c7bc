import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as electron from 'electron';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApplication } from '../../../electron/main/application.ts';
import type { AppEvent } from '../../../shared/contract/events.ts';
import type * as FakeElectron from '../../mocks/electron.ts';
import { resourcesFolder } from '../../support/test-shell.ts';

/** The whole application around a fake Electron: real host, real store, real channels. */
const fake = electron as unknown as typeof FakeElectron;
const folder = mkdtempSync(join(tmpdir(), 'hengmo-application-'));
const dist = join(folder, 'dist');
let window: FakeElectron.BrowserWindow;

beforeAll(() => {
  mkdirSync(join(dist, 'renderer'), { recursive: true });
  writeFileSync(join(dist, 'renderer', 'index.html'), '<!doctype html><title>page</title>');
  process.env['HENGMO_DATA'] = join(folder, 'data');
  Object.assign(process, { resourcesPath: join(resourcesFolder, '..') });
});
afterAll(() => {
  delete process.env['HENGMO_DATA'];
  rmSync(folder, { recursive: true, force: true });
});

const sender = (url = 'app://main/index.html') => ({
  sender: window.webContents,
  senderFrame: { url, parent: null },
});
const call = (method: string, input: unknown = {}) =>
  fake.ipcMain.invoke('app:call', sender(), method, input);

const events = () => window.webContents.sent.map(([, event]) => event as AppEvent);

const labels = () =>
  (fake.Menu.shown.at(-1) as { label: string }[]).map(({ label }) => label).join(' ');

test('what must be said before Chromium is ready is said before, and then the page opens', async () => {
  startApplication(dist);
  expect(fake.app.enableSandbox).toHaveBeenCalledOnce();
  expect(fake.protocol.registerSchemesAsPrivileged).toHaveBeenCalledOnce();
  expect(fake.BrowserWindow.made).toEqual([]);
  fake.app.ready.resolve();
  await expect
    .poll(() => fake.BrowserWindow.made[0]?.webContents.url, { timeout: 10_000 })
    .toBe('app://main/index.html');
  [window] = fake.BrowserWindow.made as [FakeElectron.BrowserWindow];
});

test('the window is guarded before the page is shown', () => {
  expect(window.options['webPreferences']).toMatchObject({ sandbox: true, contextIsolation: true });
  expect(window.webContents.windowOpenHandler?.({ url: 'https://example.org' })).toEqual({
    action: 'deny',
  });
  expect(fake.session.defaultSession.permissionRequestHandler).not.toBeNull();
  expect(fake.session.defaultSession.webRequest.beforeRequest).not.toBeNull();
});

test('the page comes from the bundle', async () => {
  const answer = await fake.session.defaultSession.protocol.handlers.get('app')?.(
    new Request('app://main/index.html'),
  );
  expect(await answer?.text()).toContain('<title>page</title>');
});

test('the page works on a workbook made from the bundled data', async () => {
  expect(await call('workbook.info')).toMatchObject({ ok: true, value: { unitCount: 14 } });
  const scores = (await call('scores.get', { scenario: 'baseline' })) as {
    value: { score: unknown };
  };
  expect(scores.value.score).toBeInstanceOf(Float64Array);
});

test('a stranger does not', async () => {
  expect(
    await fake.ipcMain.invoke('app:call', sender('https://evil.example/'), 'workbook.info', {}),
  ).toMatchObject({ ok: false, error: { code: 'E_FORBIDDEN' } });
});

test('the menu speaks the language of the interface, and follows it', async () => {
  expect(labels()).toBe('文件 编辑 视图 帮助');
  await call('settings.set', { language: 'en' });
  await expect.poll(labels).toBe('File Edit View Help');
  const shown = fake.Menu.shown.length;
  await call('settings.set', { theme: 'dark' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(fake.Menu.shown).toHaveLength(shown);
});

test('a choice in the menu is a command of the page', () => {
  const [, edit] = fake.Menu.shown.at(-1) as { submenu: { id?: string; click?: () => void }[] }[];
  edit?.submenu.find(({ id }) => id === 'history.undo')?.click?.();
  expect(events()).toContainEqual({ type: 'menu.command', command: 'history.undo' });
});

describe('a second start', () => {
  test('brings the window to the front and offers its workbook to the page', async () => {
    window.minimized = true;
    const path = join(folder, 'data', 'workbooks', '中国大模型企业竞争力.hengmo');
    expect(existsSync(path)).toBe(true);
    fake.app.emit('second-instance', {}, [], '/', { workbook: path });
    expect(window.restore).toHaveBeenCalledOnce();
    expect(window.focus).toHaveBeenCalledOnce();
    const offered = events().find((event) => event.type === 'workbook.offered');
    expect(offered).toMatchObject({ fileName: '中国大模型企业竞争力.hengmo' });
    expect(JSON.stringify(offered)).not.toContain(folder);
    const token = offered?.type === 'workbook.offered' ? offered.token : '';
    expect(await call('workbook.open', { token })).toMatchObject({ ok: true });
  });
});

test('quitting folds the workbook into its file, then ends', async () => {
  await call('workbook.setAuthor', { author: '甲', baseRevision: 0 });
  window.emit('close');
  window.webContents.destroy();
  window.emit('closed');
  fake.app.emit('window-all-closed');
  expect(fake.app.quit).toHaveBeenCalledOnce();
  let prevented = false;
  fake.app.emit('will-quit', { preventDefault: () => (prevented = true) });
  expect(prevented).toBe(true);
  await expect.poll(() => fake.app.quit.mock.calls.length).toBe(2);
  expect(existsSync(join(folder, 'data', 'workbooks', '中国大模型企业竞争力.hengmo-wal'))).toBe(
    false,
  );
  expect(JSON.parse(readFileSync(join(folder, 'data', 'window.json'), 'utf8'))).toHaveProperty(
    'bounds',
  );
});
