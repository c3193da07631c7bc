import { expect, it } from 'vitest';
import { ownEntry } from '../../../electron/engine/own-entry.ts';

it('finds what a record has itself, and not what every object inherits', () => {
  const record = { a: 1, zero: 0 };
  expect(ownEntry(record, 'a')).toBe(1);
  expect(ownEntry(record, 'zero')).toBe(0);
  expect(ownEntry(record, 'b')).toBeUndefined();
  expect(ownEntry<unknown>(record, 'constructor')).toBeUndefined();
});
