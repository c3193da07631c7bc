/** Full-width digits are digits too; a unit after the number is forgiven. */
export function parsePoints(text: string): number | null {
  const normal = text
    .normalize('NFKC')
    .trim()
    .replace(/(分|points?|pts?)$/iu, '')
    .trim();
  return /^\d+(\.\d*)?$|^\.\d+$/u.test(normal) ? Number(normal) : null;
}
