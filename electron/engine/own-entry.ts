/**
 * The entry of a record under a key that a file or a person gives, or undefined: a code such as `constructor` must not find
 * what every object inherits.
 */
export function ownEntry<Entry>(
  record: Readonly<Record<string, Entry>>,
  key: string,
): Entry | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
