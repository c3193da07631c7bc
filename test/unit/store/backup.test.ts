import { expect, test } from 'vitest';
import { chooseKept } from '../../../electron/store/backup.ts';

const day = (date: number, hour: number) => new Date(Date.UTC(2026, 0, date, hour));

test('keeps three of the newest day and one of each of the six days before', () => {
  const madeAt = Array.from({ length: 10 }, (_, index) => 20 - index).flatMap((date) => [
    day(date, 18),
    day(date, 15),
    day(date, 12),
    day(date, 9),
  ]);
  const kept = chooseKept(madeAt).map((position) => madeAt[position]);
  expect(kept).toEqual([
    day(20, 18),
    day(20, 15),
    day(20, 12),
    day(19, 18),
    day(18, 18),
    day(17, 18),
    day(16, 18),
    day(15, 18),
    day(14, 18),
  ]);
});

test('counts days on which there is a backup, not days that pass', () => {
  const madeAt = [day(20, 9), day(9, 9), day(1, 9)];
  expect(chooseKept(madeAt)).toEqual([0, 1, 2]);
});

test('keeps nothing of nothing', () => {
  expect(chooseKept([])).toEqual([]);
});
