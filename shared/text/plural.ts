import { whenFirstUsed } from './when-first-used.ts';

const english = whenFirstUsed(() => new Intl.PluralRules('en-GB'));

/** A counted English noun: `1 unit`, `14 units`. */
export function counted(count: number, singular: string, plural: string): string {
  return `${count} ${english().select(count) === 'one' ? singular : plural}`;
}
