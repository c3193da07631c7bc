import { z } from 'zod';
import { UnitCode } from './ids.ts';
import { Seed, UncertaintySources } from './uncertainty.ts';

const Floats = z.custom<Float64Array>((value) => value instanceof Float64Array);

/** The sources that are switched on are the inputs whose influence is measured. */
export const SensitivityInput = z.enum([
  'weights',
  'values',
  'gaps',
  'normalisation',
  'aggregation',
  'missing',
  'treatment',
]);
export type SensitivityInput = z.infer<typeof SensitivityInput>;

export const SensitivityRequest = z.strictObject({
  /** N: the scores are computed N · (inputs + 2) times. */
  samples: z.int().min(2).max(10_000_000),
  seed: Seed,
  sources: UncertaintySources,
});
export type SensitivityRequest = z.infer<typeof SensitivityRequest>;

/** Indices of one output by input, with bootstrap intervals (5 % and 95 %); NaN where the output never varies. */
export const SobolIndices = z.strictObject({
  /** Share of the variance that the input explains by itself. */
  first: Floats,
  firstLow: Floats,
  firstHigh: Floats,
  /** Share of the variance that the input has a part in, alone or with others. */
  total: Floats,
  totalLow: Floats,
  totalHigh: Floats,
  /** Of the output. */
  mean: z.number(),
  variance: z.number(),
});
export type SobolIndices = z.infer<typeof SobolIndices>;

export const SensitivityResult = z.strictObject({
  inputs: z.array(SensitivityInput),
  samples: z.int(),
  seed: Seed,
  /** Of the mean absolute change of rank against the ranking without uncertainty. */
  meanRankChange: SobolIndices,
  /** Of each unit's rank, for the units ranked without uncertainty. */
  units: z.array(z.strictObject({ unit: UnitCode, indices: SobolIndices })),
});
export type SensitivityResult = z.infer<typeof SensitivityResult>;
