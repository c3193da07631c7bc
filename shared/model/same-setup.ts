/** Whether two plain values say the same, whatever the order of their properties; an undefined property is none. */
export function isSameSetup(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const given = (value: object) =>
    new Map(Object.entries(value).filter(([, part]) => part !== undefined));
  const [left, right] = [given(one), given(other)];
  return (
    left.size === right.size &&
    [...left].every(([name, part]) => right.has(name) && isSameSetup(part, right.get(name)))
  );
}
