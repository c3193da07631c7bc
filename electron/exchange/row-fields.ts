import type { AppError } from '../../shared/contract/errors.ts';
import { isMissingText, parseNumber } from './number-text.ts';
import { excerpt, refusal } from './refuse.ts';
import type { Table, TableRow } from './table.ts';

/** Reads the cells of one row by column name; what does not fit is refused by row and column. */
export interface Fields {
  /** Counts from 1 with the header row. */
  readonly row: number;
  /** The cell as it stands; empty when the column is not there. */
  raw(column: string): string;
  /** The cell without space around it. */
  text(column: string): string;
  /** null for an empty cell or `NA`. */
  number(column: string, expected?: string): number | null;
  /** null for an empty cell. */
  choice<Choice extends string>(column: string, choices: readonly Choice[]): Choice | null;
  refuse(column: string, reason: string, expected: string): AppError;
}

export function fieldsOf(table: Table, row: TableRow): Fields {
  const raw = (column: string) => row.cells[table.columns.indexOf(column)] ?? '';
  const text = (column: string) => raw(column).trim();
  const refuse = (column: string, reason: string, expected: string) => {
    const place = { file: table.file, row: row.number, column };
    return refusal(
      place,
      reason,
      expected,
      text(column) === '' ? 'nothing' : excerpt(text(column)),
    );
  };
  return {
    row: row.number,
    raw,
    text,
    refuse,
    number(column, expected = 'a number') {
      if (isMissingText(text(column))) return null;
      const value = parseNumber(text(column));
      if (value === null) throw refuse(column, 'not-a-number', expected);
      return value;
    },
    choice(column, choices) {
      if (text(column) === '') return null;
      const choice = choices.find((each) => each === text(column));
      if (choice !== undefined) return choice;
      throw refuse(column, 'unknown-choice', `one of ${choices.join(', ')}`);
    },
  };
}
