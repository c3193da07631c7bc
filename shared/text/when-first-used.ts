/**
 * A value that is made when it is first asked for, and kept. For the formats of `Intl`: the first of a process takes 20
 * milliseconds, which a start that prints no number can do without.
 */
export function whenFirstUsed<Value extends object>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => (made ??= make());
}
