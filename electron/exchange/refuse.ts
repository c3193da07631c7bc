import { AppError } from '../../shared/contract/errors.ts';

/** Where in a file something was refused. Rows count from 1, the header row included, as spreadsheets show them. */
export interface Place {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
}

/** `iData.csv, row 3, column GDP`. */
function placeText({ file, row, column }: Place): string {
  return [
    file,
    row === undefined ? '' : `, row ${row}`,
    column === undefined ? '' : `, column ${column}`,
  ].join('');
}

/** `E_INPUT` in the one form that every refused file has: place, what was expected, what was found. */
export function refusal(
  place: Place,
  reason: string,
  expected: string,
  found: string,
  options?: { cause?: unknown },
): AppError {
  return new AppError(
    'E_INPUT',
    `${placeText(place)}: expected ${expected}, found ${found}`,
    { reason, ...place, expected, found },
    options,
  );
}

/** A quoted excerpt of what stands in a file, on one line and never long. */
export function excerpt(text: string): string {
  const most = 60;
  return JSON.stringify(text.length > most ? `${text.slice(0, most)}…` : text);
}
