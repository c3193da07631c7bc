const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u;

/** Empty and `NA` mean that there is no value. */
export function isMissingText(text: string): boolean {
  return text === '' || text === 'NA';
}

/**
 * The number that a text writes in decimal notation with a point; null for anything else, thousands separators, hexadecimal
 * numbers, `NaN`, `Infinity` and numbers beyond the range of doubles included.
 */
export function parseNumber(text: string): number | null {
  if (!NUMBER.test(text)) return null;
  const value = Number(text);
  // + 0 turns a negative zero, which no exchange format keeps, into zero.
  return Number.isFinite(value) ? value + 0 : null;
}
