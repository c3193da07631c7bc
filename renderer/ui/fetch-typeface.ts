/**
 * Fetches the slices of the typeface that hold the characters of the texts. A browser does so by itself only when it lays
 * the texts out, first in another typeface, and lays out everything again with each of the twenty slices of a Chinese
 * page that arrives.
 */
export function fetchTypeface(texts: Iterable<string>): void {
  const { fontFamily } = getComputedStyle(document.body);
  const characters = [...new Set([...texts].join(''))].join('');
  // A slice that cannot be had is asked for again, or replaced, by the layout that needs it.
  document.fonts.load(`1em ${fontFamily}`, characters).catch(() => undefined);
}
