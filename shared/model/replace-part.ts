/** Some of the properties; a property that is undefined is not given. */
export type PartOf<Whole> = { readonly [Key in keyof Whole]?: Whole[Key] | undefined };

/** The whole with the properties that `part` gives in place of its own. */
export function replacePart<Whole extends object>(whole: Whole, part: PartOf<Whole>): Whole {
  const given = Object.entries(part).filter(([, value]) => value !== undefined);
  return { ...whole, ...Object.fromEntries(given) };
}
