import { resolve } from 'node:path';

/** The workbook that the command line names, e.g. after a double click; undefined: none. */
export function workbookArgument(words: readonly string[], folder: string): string | undefined {
  const word = words.find(
    (each) => !each.startsWith('-') && each.toLowerCase().endsWith('.hengmo'),
  );
  return word === undefined ? undefined : resolve(folder, word);
}
