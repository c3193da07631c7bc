import { z } from 'zod';
import { NodeCode, ObservationId, SourceId, UnitCode } from './ids.ts';
import { LocalizedText } from './language.ts';

export const Fit = z.enum(['exact', 'proxy']);
export type Fit = z.infer<typeof Fit>;

export const Confidence = z.enum(['high', 'medium', 'low']);
export type Confidence = z.infer<typeof Confidence>;

/** A finding as found: value, unit of measure, date and limits are the source's, never converted. */
export const Observation = z.strictObject({
  id: ObservationId,
  unit: UnitCode,
  /** The indicator it is evidence for. */
  indicator: NodeCode,
  /** Kept as evidence only and never adopted, e.g. raw benchmark scores beside a rank indicator. */
  evidenceOnly: z.boolean(),
  /** Booleans are 1 and 0. */
  value: z.number(),
  /** As found; often differs from the indicator's own unit of measure. */
  unitOfMeasure: z.string(),
  /** As found: `2025-06`, `2024`, `2025-Q2`, sometimes with a remark; empty when unknown. */
  asOf: z.string(),
  fit: Fit,
  confidence: Confidence,
  /** null: not rejected; else why it is kept only to document a conflict. */
  rejectedReason: z.string().nullable(),
  /** The product or model version that was measured. */
  model: z.string().nullable(),
  note: z.string(),
  source: SourceId.nullable(),
  /** null: shipped or imported; else the analyst's name as set in the workbook. */
  author: z.string().nullable(),
  /** ISO 8601 time at which it entered the workbook. */
  recordedAt: z.string(),
});
export type Observation = z.infer<typeof Observation>;

/** How an indicator is really measured in this workbook, and why. */
export const Series = z.strictObject({
  indicator: NodeCode,
  measuredAs: LocalizedText,
  unitOfMeasure: z.string(),
  fit: z.enum(['exact', 'proxy', 'mixed']),
  reason: z.string(),
});
export type Series = z.infer<typeof Series>;

/** The one observation that fills a cell. */
export const Adoption = z.strictObject({
  unit: UnitCode,
  indicator: NodeCode,
  observation: ObservationId,
});
export type Adoption = z.infer<typeof Adoption>;
