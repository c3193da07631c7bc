import { z } from 'zod';
import { UnitCode } from './ids.ts';
import { LocalizedText } from './language.ts';

/** What is scored: a company, a country, a model. */
export const Unit = z.strictObject({
  code: UnitCode,
  name: LocalizedText,
  /** Columns of an imported file that are no indicators, e.g. a group for group means; kept as text. */
  attributes: z.record(z.string(), z.string()),
});
export type Unit = z.infer<typeof Unit>;
