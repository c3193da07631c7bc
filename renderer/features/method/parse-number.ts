/** A decimal number as typed, with a sign and an exponent; full-width digits and the true minus are forgiven. null: none. */
export function parseNumber(text: string): number | null {
  const normal = text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replaceAll(/[\s,，]/gu, '')
    .replace(/%$/u, '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu.test(normal)) return null;
  const number = Number(normal);
  return Number.isFinite(number) ? number : null;
}
