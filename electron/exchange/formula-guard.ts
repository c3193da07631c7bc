/**
 * Spreadsheets run text that starts with one of these as a formula, even from CSV. The last four are the same signs in
 * full width, which some of them accept.
 */
const FORMULA_START = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u;

/** Puts an apostrophe before text that a spreadsheet would run; a plain number is harmless and stays. */
export function guardText(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** Takes back what `guardText` added: `unguardText(guardText(text)) === text` for every text. */
export function unguardText(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text;
}
