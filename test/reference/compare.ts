import { expect } from 'vitest';
import type { ScoringResult } from '../../shared/model/result.ts';
import { rankScores } from '../../electron/engine/rank.ts';
import { nodeColumn, referenceTable } from './asem.ts';
import { referenceNumber } from './reference-files.ts';

/** Every number of one column of a reference file: equal to 1e-9 of the column's maximum, missing where it is missing. */
export function expectColumn(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  what: string,
  tolerance = 1e-9,
): void {
  const present = Array.from(expected).filter((x) => !Number.isNaN(x));
  const largest = Math.max(0, ...present.map(Math.abs));
  expect(actual.length, `${what}: length`).toBe(expected.length);
  for (let at = 0; at < expected.length; at++) {
    const want = expected[at] as number;
    const got = actual[at] as number;
    if (Number.isNaN(want)) expect(got, `${what} [${at}] should be missing`).toBeNaN();
    else {
      expect(Math.abs(got - want), `${what} [${at}]: ${got} ≠ ${want}`).toBeLessThanOrEqual(
        tolerance * largest,
      );
    }
  }
}

/** Compares all nodes that a table of the reference has. @returns how many numbers were compared. */
export function expectTable(result: ScoringResult, path: string): number {
  const table = referenceTable(path);
  const columns = Object.keys(first(table)).filter((column) => column !== 'uCode');
  expect([...result.units].toSorted()).toEqual([...table.keys()].toSorted());
  for (const column of columns) {
    const expected = result.units.map((unit) =>
      referenceNumber(table.get(unit)?.[column] as string),
    );
    expectColumn(nodeColumn(result, column), expected, `${path} ${column}`);
  }
  return columns.length * table.size;
}

/** Compares the ranks of every aggregate; NaN in the reference = not ranked. */
export function expectRanks(result: ScoringResult, path: string): void {
  const table = referenceTable(path);
  const columns = Object.keys(first(table)).filter((column) => column !== 'uCode');
  for (const column of columns) {
    const ranks = rankScores(nodeColumn(result, column));
    result.units.forEach((unit, at) => {
      const expected = referenceNumber(table.get(unit)?.[column] as string);
      expect(ranks[at], `${path} ${column} ${unit}`).toBe(Number.isNaN(expected) ? 0 : expected);
    });
  }
}

function first(table: Map<string, Record<string, string>>): Record<string, string> {
  return table.values().next().value as Record<string, string>;
}
