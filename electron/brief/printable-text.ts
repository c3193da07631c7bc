/** Control characters, marks that turn the writing direction around, byte order marks and half characters. */
// oxlint-disable-next-line no-control-regex -- control characters are what this takes out
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text as it can stand on paper: what has no glyph and what would disturb its neighbours is taken out. */
export function printableText(text: string): string {
  return text.toWellFormed().replace(UNPRINTABLE, '').replaceAll('\t', ' ');
}

/** The same for every string in a tree of plain data. */
export function printableTree<Value>(value: Value): Value {
  if (typeof value === 'string') return printableText(value) as Value;
  if (Array.isArray(value)) return value.map(printableTree) as Value;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([key, each]) => [key, printableTree(each)]);
    return Object.fromEntries(entries) as Value;
  }
  return value;
}
