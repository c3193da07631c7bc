import { z } from 'zod';
import { NodeCode } from './ids.ts';
import { LocalizedText } from './language.ts';

export const IndicatorType = z.enum([
  'count',
  'percent',
  'rank',
  'boolean',
  'rating',
  'score',
  'amount',
]);
export type IndicatorType = z.infer<typeof IndicatorType>;

/** Who decided a rule: the published source says so, its wording implies it, or it is our editable assumption. */
export const RuleBasis = z.enum(['stated', 'wording', 'decided']);
export type RuleBasis = z.infer<typeof RuleBasis>;

const finite = z.number();

/** A pair of values of an indicator, in its own unit of measure, that map to the bottom and the top of the scale. */
export const Bounds = z
  .strictObject({ lower: finite, upper: finite })
  .refine((bounds) => bounds.lower < bounds.upper, 'lower must be below upper');
export type Bounds = z.infer<typeof Bounds>;

/** What makes a leaf of the tree measurable. */
export const IndicatorDefinition = z.strictObject({
  /** As published, e.g. 万人 or %. */
  unitOfMeasure: z.string(),
  /** +1: more is better; −1: less is better. */
  direction: z.union([z.literal(1), z.literal(-1)]),
  type: IndicatorType,
  /** Applied before normalisation; declared where a scale spans orders of magnitude. */
  transform: z.enum(['none', 'log10']),
  /** Period the value must belong to: `2025-06` a point in time, `2024` a year, null: no rule. */
  timeRule: z.string().nullable(),
  timeRuleBasis: RuleBasis.nullable(),
  goalposts: Bounds.nullable(),
  /** Bounds and factor of the untruncated `scaled` normalisation, where the framework declares them. */
  scaledBounds: Bounds.nullable(),
  scaleFactor: finite.nullable(),
  target: finite.nullable(),
  /** Free labels, e.g. the CBDG letters and the Why/What/How logic; never a scoring level. */
  tags: z.record(z.string(), z.array(z.string())),
});
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;

/** One node of the tree: the index (root), a dimension, a group or an indicator (leaf), at any depth. */
export const FrameworkNode = z.strictObject({
  code: NodeCode,
  /** null: this is the index. */
  parent: NodeCode.nullable(),
  name: LocalizedText,
  /** Relative among siblings, ≥ 0. The bundled framework stores points here; its root has 100. */
  weight: finite.nonnegative(),
  /** null: an aggregate of its children. */
  indicator: IndicatorDefinition.nullable(),
});
export type FrameworkNode = z.infer<typeof FrameworkNode>;

/** What the published system does not say and we assumed, shown and editable. */
export const Assumption = z.strictObject({ code: z.string(), text: LocalizedText });
export type Assumption = z.infer<typeof Assumption>;

export const Framework = z.strictObject({
  id: z.string().min(1),
  name: LocalizedText,
  source: z.strictObject({ title: z.string(), date: z.string() }).nullable(),
  assumptions: z.array(Assumption),
  /** Parents before children, siblings in the published order; the first is the index. */
  nodes: z.array(FrameworkNode).min(1),
});
export type Framework = z.infer<typeof Framework>;
