import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBlock, writeBlock } from '../../../renderer/features/grid/clipboard-text.ts';

describe('readBlock', () => {
  test('reads what Excel copies, with its last line break', () => {
    expect(readBlock('1\t2\r\n3\t4\r\n')).toEqual({
      ok: true,
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
    });
  });

  test('keeps tabs, quotes and line breaks inside quotes in their cell', () => {
    expect(readBlock('"a\tb"\t"say ""yes"""\n"two\nlines"\t4')).toEqual({
      ok: true,
      rows: [
        ['a\tb', 'say "yes"'],
        ['two\nlines', '4'],
      ],
    });
  });

  test('keeps empty cells, also a whole row of them', () => {
    expect(readBlock('1\t\n\t\n\t6')).toEqual({
      ok: true,
      rows: [
        ['1', ''],
        ['', ''],
        ['', '6'],
      ],
    });
  });

  test('names the first ragged row', () => {
    expect(readBlock('1\t2\t3\n4\t5\t6\n7\t8')).toEqual({
      ok: false,
      reason: 'ragged',
      row: 3,
      found: 2,
      expected: 3,
    });
  });

  test('refuses nothing, binary content and a quote that never ends', () => {
    expect(readBlock('')).toMatchObject({ ok: false, reason: 'empty' });
    expect(readBlock('\r\n')).toMatchObject({ ok: false, reason: 'empty' });
    expect(readBlock('PK\u0003\u0000\u0000')).toMatchObject({ ok: false, reason: 'unreadable' });
    expect(readBlock('"1\t2\n3\t4')).toMatchObject({ ok: false, reason: 'unreadable' });
  });

  test('refuses 50 MB at once instead of parsing them', () => {
    const started = performance.now();
    expect(readBlock('1\t'.repeat(25_000_000))).toEqual({ ok: false, reason: 'too-long' });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('writeBlock', () => {
  test('writes full precision and leaves gaps empty', () => {
    expect(
      writeBlock([
        [0.1 + 0.2, Number.NaN],
        [8.47808, 1e21],
      ]),
    ).toBe('0.30000000000000004\t\n8.47808\t1e+21');
  });

  test('is read back to the bit', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((width) =>
          fc.array(fc.array(value, { minLength: width, maxLength: width }), {
            minLength: 1,
            maxLength: 5,
          }),
        ),
        (rows) => {
          const block = readBlock(writeBlock(rows));
          expect(block.ok && block.rows.map((row) => row.map(Number))).toEqual(
            // No text distinguishes the two zeros.
            rows.map((row) => row.map((each) => each + 0)),
          );
        },
      ),
    );
  });
});
