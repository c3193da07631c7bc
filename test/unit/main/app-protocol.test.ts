import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { session, protocol } from 'electron';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../electron/host/content-security-policy.ts';
import { containedPath, registerAppScheme, serveApp } from '../../../electron/main/app-protocol.ts';
import type { FakeSession } from '../../mocks/electron.ts';

const fake = session.defaultSession as unknown as FakeSession;
const folder = mkdtempSync(join(tmpdir(), 'hengmo-app-'));
const rendererFolder = join(folder, 'renderer');

beforeAll(() => {
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html>');
  writeFileSync(join(rendererFolder, 'assets', '字.js'), 'ran');
  writeFileSync(join(rendererFolder, 'notes.exe'), 'x');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  mkdirSync(join(folder, 'renderer-other'));
  writeFileSync(join(folder, 'renderer-other', 'a.html'), 'secret');
  serveApp(session.defaultSession, rendererFolder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ask(url: string, method = 'GET'): Promise<Response> {
  const handler = fake.protocol.handlers.get('app');
  if (handler === undefined) throw new Error('nothing is served');
  return handler(new Request(url, { method }));
}

test('the scheme is registered as standard and secure, without ways around the policy', () => {
  registerAppScheme();
  expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
});

describe('app://main', () => {
  test.each([
    ['app://main/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://main/assets/%E5%AD%97.js', 'text/javascript; charset=utf-8', 'ran'],
    ['app://main/assets/../index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://main/index.html?x#y', 'text/html; charset=utf-8', '<!doctype html>'],
  ])('serves %s with the policy', async (url, type, text) => {
    const response = await ask(url);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(text);
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  test.each([
    'app://main/../secret.html',
    'app://main/%2e%2e/secret.html',
    'app://main/..%2fsecret.html',
    'app://main/..%5csecret.html',
    'app://main/%2e%2e%2f%2e%2e%2fetc/passwd',
    'app://main/..%2frenderer-other%2fa.html',
    'app://main/%252e%252e%252fsecret.html',
    'app://main//etc/passwd.html',
    'app://main/index.html%00.js',
    'app://main/%zz.html',
    'app://main/',
    'app://main/assets',
    'app://main/notes.exe',
    'app://main/missing.html',
    'app://other/index.html',
    'app://main.evil/index.html',
  ])('answers 404 with the policy to %s', async (url) => {
    const response = await ask(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  });

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('answers 404 to %s', async (method) => {
    expect((await ask('app://main/index.html', method)).status).toBe(404);
  });
});

test('no address names a file outside of the folder', () => {
  const inside = (url: string) => containedPath(url, '/product/renderer');
  expect(inside('app://main/a/b.js')).toBe('/product/renderer/a/b.js');
  const outside = [
    '..%2fa.js',
    '..%2f..%2f..%2fetc/passwd',
    '',
    '.',
    '%2f..%2f..',
    'a%5cb.js',
    'a%00.js',
  ];
  for (const path of outside) {
    expect([path, inside(`app://main/${path}`)]).toEqual([path, null]);
  }
});
