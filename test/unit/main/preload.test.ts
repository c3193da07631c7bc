import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type * as FakeElectron from '../../mocks/electron.ts';

const exposed = (contextBridge as unknown as typeof FakeElectron.contextBridge).exposed;
const renderer = ipcRenderer as unknown as typeof FakeElectron.ipcRenderer;
const utilities = webUtils as unknown as typeof FakeElectron.webUtils;
let bridge: Bridge;

beforeAll(async () => {
  await import('../../../electron/preload/preload.ts');
  bridge = exposed.get('appBridge') as Bridge;
});
beforeEach(() => {
  renderer.invoke.mockClear();
});

test('exposes three functions under one name, and nothing of Electron', () => {
  expect([...exposed.keys()]).toEqual(['appBridge']);
  expect(Object.keys(bridge).sort()).toEqual(['call', 'offerFile', 'onEvent']);
  for (const part of Object.values(bridge)) expect(part).toBeTypeOf('function');
});

test('calls go over one channel, whatever the method', async () => {
  await bridge.call('anything', { a: 1 });
  expect(renderer.invoke.mock.calls).toEqual([['app:call', 'anything', { a: 1 }]]);
});

test('a dropped file goes with its path, an invented one with none, anything else not at all', async () => {
  const file = new File(['x'], 'a.hengmo');
  utilities.dropped.set(file, '/home/a/a.hengmo');
  await bridge.offerFile('open-workbook', file);
  await bridge.offerFile('open-workbook', new File(['x'], '/etc/passwd'));
  expect(renderer.invoke.mock.calls).toEqual([
    ['app:offer-file', 'open-workbook', '/home/a/a.hengmo'],
    ['app:offer-file', 'open-workbook', ''],
  ]);
  expect(() => bridge.offerFile('open-workbook', '/etc/passwd')).toThrow(TypeError);
});

test('listeners get the event without its sender, until they are taken back', () => {
  const seen: unknown[][] = [];
  const stop = bridge.onEvent((...values) => seen.push(values));
  renderer.emit('app:event', { sender: 'secret' }, { type: 'settings.changed' });
  stop();
  renderer.emit('app:event', { sender: 'secret' }, { type: 'settings.changed' });
  expect(seen).toEqual([[{ type: 'settings.changed' }]]);
  expect(renderer.listenerCount('app:event')).toBe(0);
});
