import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { guardText, unguardText } from '../../../electron/exchange/formula-guard.ts';

describe('text that a spreadsheet would run', () => {
  test.each([
    ['=cmd()', "'=cmd()"],
    ['+1+2', "'+1+2"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['＝1+1', "'＝1+1"],
    ["'=1", "''=1"],
  ])('%j becomes %j', (text, guarded) => {
    expect(guardText(text)).toBe(guarded);
  });

  test.each(['-5', '+8.25', '-1e-3', 'plain', "it's", "'quoted'", 'a=b', ''])(
    '%j stays',
    (text) => {
      expect(guardText(text)).toBe(text);
    },
  );

  it('comes back unchanged, whatever it is', () => {
    const nasty = fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '1', 'x'),
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string()), (text) => unguardText(guardText(text)) === text),
    );
  });
});
