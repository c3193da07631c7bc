import { describe, expect, test } from 'vitest';
import {
  assignSlots,
  inDocument,
  type SlottedRow,
} from '../../../renderer/features/ranking/row-slots.ts';
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

  test('keep their places in the document while weights move, and are read by rank at rest', () => {
    const rows = [2, 0, 1].map((slot, place) => ({ slot, place }) as SlottedRow);
    const slotsOf = (shown: readonly SlottedRow[]) => shown.map(({ slot }) => slot);
    expect(slotsOf(inDocument(rows, true))).toEqual([0, 1, 2]);
    expect(slotsOf(inDocument(rows, false))).toEqual([2, 0, 1]);
  });
});
