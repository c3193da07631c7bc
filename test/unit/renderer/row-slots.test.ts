import { describe, expect, test } from 'vitest';
import { assignSlots } from '../../../renderer/features/ranking/row-slots.ts';
import { unit } from './results.ts';

const units = (codes: string) => [...codes].map(unit);
const slots = (codes: string, before = new Map()) => assignSlots(before, units(codes));

describe('the elements of the rows in sight', () => {
  test('stay with their units, and go to newcomers when these leave', () => {
    const before = slots('abc');
    expect([...before]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ]);
    expect([...assignSlots(before, units('cxa'))]).toEqual([
      ['c', 2],
      ['x', 1],
      ['a', 0],
    ]);
  });

  test('are as many as there are units, each with its own', () => {
    const after = assignSlots(slots('abc'), units('bdefg'));
    expect(new Set(after.values()).size).toBe(5);
    expect(after.get(unit('b'))).toBe(1);
    expect(Math.max(...after.values())).toBe(4);
    expect(slots('').size).toBe(0);
  });
});
