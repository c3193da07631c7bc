import type { WebFrameMain } from 'electron';
import { expect, test } from 'vitest';
import { isTrustedSender } from '../../../electron/main/trusted-sender.ts';

const trusted = new Set([7]);

function event(url: string, parts: { parent?: unknown; id?: number; frame?: null } = {}) {
  const frame = parts.frame === null ? null : { url, parent: parts.parent ?? null };
  return { sender: { id: parts.id ?? 7 }, senderFrame: frame as WebFrameMain | null };
}

function check(given: ReturnType<typeof event>): boolean {
  return isTrustedSender(given as Parameters<typeof isTrustedSender>[0], trusted);
}

test('the main frame of our window with our page is trusted', () => {
  expect(check(event('app://main/index.html'))).toBe(true);
});

test.each([
  ['a frame that has gone', event('', { frame: null })],
  ['a frame inside the page', event('app://main/index.html', { parent: {} })],
  ['a window of nobody', event('app://main/index.html', { id: 8 })],
  ['about:blank', event('about:blank')],
  ['an empty address', event('')],
  ['a remote page', event('https://main/index.html')],
  ['another host of our scheme', event('app://other/index.html')],
  ['a host that begins like ours', event('app://main.attacker.example/')],
  ['our name as user', event('app://main@attacker.example/')],
  ['a file', event('file:///main/index.html')],
  ['a data address', event('data:text/html,app://main/')],
  ['a scheme that begins like ours', event('apple://main/')],
])('%s is not', (_what, given) => {
  expect(check(given)).toBe(false);
});
