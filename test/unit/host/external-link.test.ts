import { expect, test } from 'vitest';
import { checkExternalLink } from '../../../electron/host/external-link.ts';

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['http://example.org', 'http://example.org/'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['HTTPS://EXAMPLE.ORG/甲', 'https://example.org/%E7%94%B2'],
])('lets %s through', (url, href) => {
  expect(checkExternalLink(url)).toBe(href);
});

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'ms-msdt:/id',
  'smb://server/share',
  'vscode://file/x',
  'app://main/index.html',
  'https://user:password@example.org/',
  'https://user@example.org/',
])('forbids %s', (url) => {
  expect(() => checkExternalLink(url)).toThrow(expect.objectContaining({ code: 'E_FORBIDDEN' }));
});

test.each(['', 'example.org', '/etc/passwd', String.raw`C:\Windows\x.exe`.slice(2), 'https://'])(
  'says that "%s" is no link',
  (url) => {
    expect(() => checkExternalLink(url)).toThrow(expect.objectContaining({ code: 'E_INPUT' }));
  },
);
