import { z } from 'zod';
import { Framework } from './framework.ts';
import { LocalizedText } from './language.ts';
import { Method } from './method.ts';
import { Adoption, Observation, Series } from './observation.ts';
import { Scenario } from './scenario.ts';
import { Source } from './source.ts';
import { Unit } from './unit.ts';
import { WeightSet } from './weight-set.ts';

/** What `scenarios.reset` returns `baseline` to: weights in the order of the framework's nodes, and the method. */
export const ShippedRules = z.strictObject({
  weights: z.array(z.number().nonnegative()),
  method: Method,
});
export type ShippedRules = z.infer<typeof ShippedRules>;

/** Everything in a workbook but its history: what is exported, imported, and created from. */
export const WorkbookContent = z.strictObject({
  title: LocalizedText,
  /** Name put on the analyst's own observations. */
  author: z.string().max(200),
  /** Its weights are the ones in force in `baseline`. */
  framework: Framework,
  /** In force in `baseline`. */
  method: Method,
  /** null: framework and method are as shipped. */
  shipped: ShippedRules.nullable(),
  units: z.array(Unit),
  sources: z.array(Source),
  series: z.array(Series),
  observations: z.array(Observation),
  adoptions: z.array(Adoption),
  /**
   * Parents before children. `baseline` comes first and holds inclusion overrides only: its weights, values and method
   * are the workbook's own.
   */
  scenarios: z.array(Scenario).min(1),
  /** Exports of earlier versions have none. */
  weightSets: z.array(WeightSet).default([]),
});
export type WorkbookContent = z.infer<typeof WorkbookContent>;
