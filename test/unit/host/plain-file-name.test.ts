import { expect, test } from 'vitest';
import { plainFileName } from '../../../electron/host/plain-file-name.ts';

test.each([
  ['brief.pdf', 'brief.pdf'],
  ['简报 2026.pdf', '简报 2026.pdf'],
  ['a/b\\c.pdf', 'a_b_c.pdf'],
  ['..', '_'],
  [' ', '_'],
  ['.hidden', 'hidden'],
  ['name. ', 'name'],
  ['CON.pdf', '_CON.pdf'],
  ['aux', '_aux'],
  ['a\u0000b\nc.pdf', 'a_b_c.pdf'],
  ['a:b*c?.pdf', 'a_b_c_.pdf'],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(76)}.pdf`],
  ['x'.repeat(300), 'x'.repeat(80)],
  [`a.${'x'.repeat(300)}`, `a.${'x'.repeat(78)}`],
])('the plain form of %j is %j', (name, plain) => {
  expect(plainFileName(name)).toBe(plain);
});
