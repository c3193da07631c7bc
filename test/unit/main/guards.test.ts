import { app, session } from 'electron';
import { beforeAll, describe, expect, test } from 'vitest';
import { guardNavigation } from '../../../electron/main/navigation-guard.ts';
import { guardSession } from '../../../electron/main/session-guard.ts';
import { FakeWebContents, type FakeSession } from '../../mocks/electron.ts';

const fake = session.defaultSession as unknown as FakeSession;

beforeAll(() => {
  guardSession(session.defaultSession);
  guardNavigation(app);
});

const permissions = [
  'clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'local-network-access',
  'media',
  'mediaKeySystem',
  'midi',
  'notifications',
  'openExternal',
  'persistent-storage',
  'pointerLock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'unknown',
];

describe('permissions', () => {
  function requested(permission: string, url: string): boolean {
    let granted: unknown = 'unanswered';
    fake.permissionRequestHandler?.({ getURL: () => url }, permission, (answer: unknown) => {
      granted = answer;
    });
    expect(granted).toBeTypeOf('boolean');
    return granted === true;
  }
  const checked = (permission: string, origin: string) =>
    fake.permissionCheckHandler?.(null, permission, origin);

  test.each(permissions)('%s is denied, asked for or checked', (permission) => {
    expect(requested(permission, 'app://main/index.html')).toBe(false);
    expect(checked(permission, 'app://main/')).toBe(false);
  });

  test('copying is granted to our page alone', () => {
    const copying = 'clipboard-sanitized-write';
    expect(requested(copying, 'app://main/index.html')).toBe(true);
    expect(checked(copying, 'app://main/')).toBe(true);
    for (const url of ['https://main/', 'app://main.evil/', 'about:blank', '', 'app:main']) {
      expect([url, requested(copying, url)]).toEqual([url, false]);
      expect([url, checked(copying, url)]).toEqual([url, false]);
    }
  });

  test('devices and screens are denied', () => {
    expect(fake.devicePermissionHandler?.({ deviceType: 'usb' })).toBe(false);
    const answers: unknown[] = [];
    fake.displayMediaRequestHandler?.({}, (streams: unknown) => answers.push(streams));
    expect(answers).toEqual([null]);
  });
});

test('no request leaves the machine or reads a file', () => {
  const cancelled = (url: string) => {
    let answer: unknown;
    fake.webRequest.beforeRequest?.({ url }, (given: unknown) => {
      answer = given;
    });
    return answer;
  };
  for (const url of [
    'https://example.org/',
    'http://127.0.0.1/',
    'ws://example.org/',
    'wss://example.org/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'HTTPS://EXAMPLE.ORG',
  ]) {
    expect([url, cancelled(url)]).toEqual([url, { cancel: true }]);
  }
  for (const url of ['app://main/index.html', 'blob:app://main/x', 'data:image/png;base64,']) {
    expect([url, cancelled(url)]).toEqual([url, { cancel: false }]);
  }
});

test('there is no spell checker that fetches dictionaries, and no download', () => {
  expect(fake.spellChecker).toBe(false);
  let prevented = false;
  fake.emit('will-download', { preventDefault: () => (prevented = true) });
  expect(prevented).toBe(true);
});

describe('whatever web contents are made', () => {
  const contents = new FakeWebContents();
  beforeAll(() => {
    app.emit('web-contents-created', {}, contents);
  });

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    '%s is prevented',
    (name) => {
      let prevented = false;
      contents.emit(name, { preventDefault: () => (prevented = true) });
      expect(prevented).toBe(true);
    },
  );

  test('windows are not opened', () => {
    expect(contents.windowOpenHandler?.({ url: 'https://example.org' })).toEqual({
      action: 'deny',
    });
    expect(contents.windowOpenHandler?.({ url: 'app://main/index.html' })).toEqual({
      action: 'deny',
    });
  });
});
