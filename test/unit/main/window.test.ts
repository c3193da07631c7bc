import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { afterEach, describe, expect, test } from 'vitest';
import { createWindow, recoverPage, showPage } from '../../../electron/main/window.ts';
import { loadWindowState } from '../../../electron/main/window-state.ts';
import type { BrowserWindow as FakeWindow } from '../../mocks/electron.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';
import { createSettableClock } from '../../support/settable-clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'hengmo-window-'));
const state = join(folder, 'window.json');
afterEach(() => rmSync(state, { force: true }));

function open() {
  const window = createWindow(app, { preload: '/dist/preload.cjs', state });
  return { window, fake: window as unknown as FakeWindow };
}

test('every security setting is as strict as it can be', () => {
  const { fake } = open();
  expect(fake.options['webPreferences']).toEqual({
    preload: '/dist/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    plugins: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: false,
  });
});

test('the page is ours, and shown only when it is painted', async () => {
  const { window, fake } = open();
  expect(fake.options['show']).toBe(false);
  await showPage(window);
  expect(fake.loadURL).toHaveBeenCalledExactlyOnceWith('app://main/index.html');
  expect(fake.show).not.toHaveBeenCalled();
  fake.emit('ready-to-show');
  expect(fake.show).toHaveBeenCalledOnce();
});

describe('the window’s place', () => {
  test('is remembered when it closes, and whether it was maximised', () => {
    const first = open();
    first.fake.maximized = true;
    first.fake.emit('close');
    expect(JSON.parse(readFileSync(state, 'utf8'))).toEqual({
      bounds: { x: 10, y: 20, width: 1000, height: 700 },
      maximized: true,
    });
    const second = open();
    expect(second.fake.options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 });
    second.fake.emit('ready-to-show');
    expect(second.fake.maximize).toHaveBeenCalledOnce();
  });

  test('is the default without a memory', () => {
    const { fake } = open();
    expect(fake.options).toMatchObject({ width: 1440, height: 900, minWidth: 900, minHeight: 600 });
    expect(fake.options).not.toHaveProperty('x');
    fake.emit('ready-to-show');
    expect(fake.maximize).not.toHaveBeenCalled();
  });

  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  const written = (value: unknown) => {
    writeFileSync(state, typeof value === 'string' ? value : JSON.stringify(value));
    return loadWindowState(state, screens);
  };

  test.each([
    ['nonsense', 'nonsense'],
    ['nothing', ''],
    ['null', 'null'],
    ['numbers that are text', { bounds: { x: '0', y: 0, width: 900, height: 600 } }],
    ['broken numbers', { bounds: { x: 0.5, y: 0, width: 900, height: 600 } }],
    ['missing numbers', { bounds: { x: 0, y: 0 } }],
    ['a display that has gone', { bounds: { x: 4000, y: 0, width: 900, height: 600 } }],
    ['above the display', { bounds: { x: 0, y: -500, width: 900, height: 600 } }],
    ['below the display', { bounds: { x: 0, y: 1070, width: 900, height: 600 } }],
  ])('is the default for %s', (_what, value) => {
    expect(written(value)).toBeNull();
  });

  test('may reach out of the display as long as it can be taken hold of', () => {
    const bounds = { x: -700, y: 10, width: 900, height: 600 };
    expect(written({ bounds, maximized: false })).toEqual({ bounds, maximized: false });
  });
});

describe('a page that crashed', () => {
  test('is shown again, unless it crashes at once', () => {
    const { window, fake } = open();
    const clock = createSettableClock();
    const logger = createRecordingLogger();
    recoverPage(window, { clock, logger });
    fake.webContents.emit('did-finish-load');
    clock.advance(60_000);
    fake.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    expect(fake.loadURL).toHaveBeenCalledOnce();
    fake.webContents.emit('did-finish-load');
    clock.advance(500);
    fake.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    expect(fake.loadURL).toHaveBeenCalledOnce();
    expect(logger.entries).toMatchObject([
      { level: 'error', fields: { reason: 'crashed' } },
      { level: 'error', fields: { reason: 'crashed' } },
    ]);
  });
});
