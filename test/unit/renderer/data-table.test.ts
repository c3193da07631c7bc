import { expect, test } from 'vitest';
import { asTabSeparated } from '../../../renderer/ui/data-table.ts';

test('numbers are written in full, missing ones as empty cells', () => {
  expect(
    asTabSeparated({
      columns: ['unit', 'score'],
      rows: [
        ['阿里巴巴', 1 / 3],
        ['iFLYTEK', null],
        ['Baidu', Number.NaN],
      ],
    }),
  ).toBe('unit\tscore\n阿里巴巴\t0.3333333333333333\niFLYTEK\t\nBaidu\t');
});

test('a name that looks like a formula stays text, a negative number stays a number', () => {
  expect(asTabSeparated({ columns: ['name', 'change'], rows: [['=1+1', -2.5]] })).toBe(
    "name\tchange\n'=1+1\t-2.5",
  );
});

test('tabs, quotes and line breaks stay inside their cell', () => {
  expect(asTabSeparated({ columns: ['a'], rows: [['x\ty'], ['say "z"'], ['two\nlines']] })).toBe(
    'a\n"x\ty"\n"say ""z"""\n"two\nlines"',
  );
});
