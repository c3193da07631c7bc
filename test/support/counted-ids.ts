/** `prefix-1`, `prefix-2`, …: unique, and the same in every run. */
export function createCountedIds(prefix = 'id'): () => string {
  let count = 0;
  return () => `${prefix}-${(count += 1)}`;
}
