import { z } from 'zod';

/** A short name that a file or a person gives: no control characters, never empty, never long. */
const shortName = (what: string) =>
  z
    .string()
    .min(1, `${what}: must not be empty`)
    .max(200, `${what}: at most 200 characters`)
    // oxlint-disable-next-line no-control-regex -- control characters are what this refuses
    .regex(/^[^\u0000-\u001f\u007f]+$/u, `${what}: must not contain control characters`);

export const UnitCode = shortName('unit code').brand<'UnitCode'>();
export type UnitCode = z.infer<typeof UnitCode>;

/** Code of any node of the framework's tree: index, dimension, group or indicator. */
export const NodeCode = shortName('node code').brand<'NodeCode'>();
export type NodeCode = z.infer<typeof NodeCode>;

export const ObservationId = shortName('observation id').brand<'ObservationId'>();
export type ObservationId = z.infer<typeof ObservationId>;

export const SourceId = shortName('source id').brand<'SourceId'>();
export type SourceId = z.infer<typeof SourceId>;

export const ScenarioId = shortName('scenario id').brand<'ScenarioId'>();
export type ScenarioId = z.infer<typeof ScenarioId>;

/** The root scenario of every workbook. Editing in it records evidence; editing in any other is an override. */
export const BASELINE = 'baseline' as ScenarioId;

export const WeightSetId = shortName('weight set id').brand<'WeightSetId'>();
export type WeightSetId = z.infer<typeof WeightSetId>;

export const JobId = shortName('job id').brand<'JobId'>();
export type JobId = z.infer<typeof JobId>;

/** A one-time stand-in for a path that a person chose; the path itself stays in the host. */
export const FileToken = shortName('file token').brand<'FileToken'>();
export type FileToken = z.infer<typeof FileToken>;

/** Counts committed acts of a workbook; a command that names an older one is refused with `E_CONFLICT`. */
export const Revision = z.int().nonnegative().brand<'Revision'>();
export type Revision = z.infer<typeof Revision>;
