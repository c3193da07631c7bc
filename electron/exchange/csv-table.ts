import Papa from 'papaparse';
import { unguardText } from './formula-guard.ts';
import { refusal } from './refuse.ts';
import { tableOf, type Table } from './table.ts';

const DELIMITERS = [',', ';', '\t'];

/**
 * Reads delimited text. The delimiter is the one with which the header holds the column that the table must have; a
 * comma when none does.
 *
 * @throws AppError E_INPUT naming the row: unclosed quotes and what `tableOf` refuses
 */
export function readCsvTable(text: string, file: string, mustHave: string): Table {
  const delimiter = DELIMITERS.find((each) => headerOf(text, each).includes(mustHave)) ?? ',';
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const quoteError = errors.find((error) => error.type === 'Quotes');
  if (quoteError !== undefined) {
    const row = (quoteError.row ?? 0) + 1;
    throw refusal({ file, row }, 'malformed-quotes', 'closed quotation marks', quoteError.message);
  }
  return tableOf(
    file,
    data.map((cells) => cells.map(unguardText)),
  );
}

function headerOf(text: string, delimiter: string): string[] {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: 1 });
  return data[0]?.map((name) => name.trim()) ?? [];
}
