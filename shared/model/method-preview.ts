import { z } from 'zod';
import { NodeCode } from './ids.ts';
import { ScoringResult } from './result.ts';

const Floats = z.custom<Float64Array>((value) => value instanceof Float64Array);

/** What a method makes of the data of a scenario. I = indicators.length, U = scores.units.length; indicator-major. */
export const MethodPreview = z.strictObject({
  /** Without plausible intervals. */
  scores: ScoringResult,
  indicators: z.array(NodeCode),
  /** I × U: values in effect, in the indicator's unit of measure; NaN = missing. */
  raw: Floats,
  /** I × U: after imputation and treatment, on the scale on which the column is normalised. */
  treated: Floats,
});
export type MethodPreview = z.infer<typeof MethodPreview>;
