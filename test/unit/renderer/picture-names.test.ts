import { expect, test } from 'vitest';
import { fileNameOf } from '../../../renderer/charts/save-picture.ts';

test('a title becomes a name that every file system takes', () => {
  expect(fileNameOf('名次分布：a/b\\c*?"<>|')).toBe('名次分布：a b c');
  expect(fileNameOf('x'.repeat(300))).toHaveLength(80);
});
