import { expect, test } from 'vitest';
import { systemLanguage } from '../../../electron/host/language.ts';

test('a stated language counts', () => {
  expect(systemLanguage({ LANG: 'en_GB.UTF-8' }, 'linux', () => 'en-GB')).toBe('en');
  expect(systemLanguage({ LANG: 'zh_TW.UTF-8' }, 'linux', () => 'zh-TW')).toBe('zh');
  expect(systemLanguage({}, 'win32', () => 'en-US')).toBe('en');
  expect(systemLanguage({}, 'darwin', () => 'zh-Hans-CN')).toBe('zh');
});

test('a Linux system that states none gets Chinese', () => {
  for (const environment of [{}, { LANG: 'C' }, { LANG: 'C.UTF-8' }, { LC_ALL: 'POSIX' }]) {
    expect(systemLanguage(environment, 'linux', () => 'en-US')).toBe('zh');
  }
  expect(systemLanguage({ LC_ALL: 'en_US.UTF-8', LANG: 'C' }, 'linux', () => 'en-US')).toBe('en');
});
