/** Thousands separators and full-width digits of a Chinese input method are understood; NaN: no number. */
export function parseTyped(text: string): number {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/gu, '');
  return plain === '' ? NaN : Number(plain);
}
