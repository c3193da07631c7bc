import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../electron/host/content-security-policy.ts';

const page = readFileSync(new URL('../../renderer/index.html', import.meta.url), 'utf8');

test('the page repeats the policy of the header as a second net, but for what only a header can say', () => {
  const [, written] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/u.exec(page) ?? [];
  const expected = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'; ", '');
  expect(written).toBe(expected);
});

test('the policy lets nothing in that is inline, evaluated or remote', () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|ws:|\*/u);
  expect(CONTENT_SECURITY_POLICY).toMatch(/^default-src 'none';/u);
});

test('the page has no script or style of its own', () => {
  expect(page).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\son\w+=|style=/iu);
});
