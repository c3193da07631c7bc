import { z } from 'zod';
import { NodeCode, ObservationId, Revision, ScenarioId, UnitCode } from '../model/ids.ts';
import { Confidence, Fit, Observation } from '../model/observation.ts';
import { Source } from '../model/source.ts';
import { command, MOST_ITEMS, query } from './operation.ts';

const Changed = z.strictObject({ revision: Revision });

/** All cells of a scenario. U = units.length, I = indicators.length; unit-major: cell at [u × I + i]. */
export const CellGrid = z.strictObject({
  units: z.array(UnitCode),
  indicators: z.array(NodeCode),
  /** Value in effect; NaN = missing. */
  values: z.instanceof(Float64Array),
  /** Value in `baseline`; NaN = missing. */
  baselineValues: z.instanceof(Float64Array),
  /** Sums of `CELL_STATE`. */
  states: z.instanceof(Uint8Array),
  /** Candidate observations that are neither rejected nor evidence-only, the adopted one included. */
  candidateCounts: z.instanceof(Uint16Array),
});
export type CellGrid = z.infer<typeof CellGrid>;

export const Candidate = z.strictObject({
  observation: Observation,
  source: Source.nullable(),
  adopted: z.boolean(),
});
export type Candidate = z.infer<typeof Candidate>;

/** One change of a cell, newest first. */
export const CellChange = z.strictObject({
  at: z.string(),
  author: z.string(),
  /** Where: the value of `baseline` or an override. */
  scenario: ScenarioId,
  /** Key of the act's name in the interface's texts. */
  kind: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
});
export type CellChange = z.infer<typeof CellChange>;

export const CellEvidence = z.strictObject({
  unit: UnitCode,
  indicator: NodeCode,
  /** Adopted first, then by grade and date; rejected and evidence-only last. */
  candidates: z.array(Candidate),
  /** The override in effect and the scenario it is stored in. */
  override: z
    .strictObject({ scenario: ScenarioId, value: z.number().nullable(), note: z.string() })
    .nullable(),
  changes: z.array(CellChange),
});
export type CellEvidence = z.infer<typeof CellEvidence>;

export const CellEdit = z.strictObject({
  unit: UnitCode,
  indicator: NodeCode,
  /** null empties the cell: in `baseline` nothing is adopted any more, the observations stay. */
  value: z.number().nullable(),
});
export type CellEdit = z.infer<typeof CellEdit>;

export const NewObservation = z.strictObject({
  unit: UnitCode,
  indicator: NodeCode,
  value: z.number(),
  unitOfMeasure: z.string().max(100),
  asOf: z.string().max(100),
  fit: Fit,
  confidence: Confidence,
  model: z.string().max(200).nullable(),
  note: z.string().max(10_000),
  /** An existing source, a new one, or none. */
  source: z
    .union([
      z.strictObject({ existing: Source.shape.id }),
      z.strictObject({
        title: z.string().min(1).max(1000),
        url: z.string().max(2000).nullable(),
        published: z.string().max(100),
      }),
    ])
    .nullable(),
  adopt: z.boolean(),
});
export type NewObservation = z.infer<typeof NewObservation>;

export const evidenceOperations = {
  'cells.grid': query(z.strictObject({ scenario: ScenarioId }), CellGrid),
  'cells.evidence': query(
    z.strictObject({ scenario: ScenarioId, unit: UnitCode, indicator: NodeCode }),
    CellEvidence,
  ),
  /**
   * One act, one undo step, for typing, pasting, filling and clearing. In `baseline` every value becomes an analyst's
   * observation that is adopted (the old one stays as candidate); in another scenario it becomes an override.
   */
  'cells.edit': command(
    z.strictObject({
      scenario: ScenarioId,
      edits: z.array(CellEdit).min(1).max(MOST_ITEMS),
      /** Why; stored with every observation or override made. */
      note: z.string().max(10_000),
      baseRevision: Revision,
    }),
    Changed,
  ),
  'sources.list': query(z.strictObject({}), z.array(Source)),
  'observations.add': command(
    z.strictObject({ observation: NewObservation, baseRevision: Revision }),
    z.strictObject({ revision: Revision, id: ObservationId }),
  ),
  /** Makes the observation fill its cell in `baseline`. */
  'observations.adopt': command(
    z.strictObject({ id: ObservationId, baseRevision: Revision }),
    Changed,
  ),
  /** A rejected observation is kept to document a conflict; rejecting the adopted one empties the cell. */
  'observations.reject': command(
    z.strictObject({
      id: ObservationId,
      reason: z.string().min(1).max(10_000),
      baseRevision: Revision,
    }),
    Changed,
  ),
  'observations.restore': command(
    z.strictObject({ id: ObservationId, baseRevision: Revision }),
    Changed,
  ),
};
