import { z } from 'zod';
import { FileToken, JobId, Revision } from '../model/ids.ts';
import { ErrorReply } from './errors.ts';

/** What an act changed, in the coarse groups by which the stores refetch. */
export const Touched = z.enum([
  'framework',
  'units',
  'cells',
  'observations',
  'scenarios',
  'series',
  'weightSets',
  'settings',
  'analyses',
]);
export type Touched = z.infer<typeof Touched>;

export const AppEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('workbook.changed'),
    revision: Revision,
    touched: z.array(Touched),
  }),
  /** Another workbook is open now: everything must be refetched. */
  z.strictObject({ type: z.literal('workbook.switched') }),
  z.strictObject({ type: z.literal('settings.changed') }),
  /** Events of a job go only to the connection that started it. */
  z.strictObject({
    type: z.literal('job.progress'),
    job: JobId,
    /** 0..1 */
    fraction: z.number().min(0).max(1),
    /** Key of the stage's name in the interface's texts. */
    stage: z.string(),
  }),
  z.strictObject({
    type: z.literal('job.finished'),
    job: JobId,
    /** null: finished; else why not (`E_CANCELLED` when the analyst stopped it). The method that started it says how its result is read. */
    error: ErrorReply.nullable(),
  }),
  /** Opened from the desktop (double click, second start): the renderer opens it like a file that was chosen. */
  z.strictObject({ type: z.literal('workbook.offered'), token: FileToken, fileName: z.string() }),
  /** A choice in the native menu; the renderer runs the command of that name, like from the palette. */
  z.strictObject({ type: z.literal('menu.command'), command: z.string() }),
]);
export type AppEvent = z.infer<typeof AppEvent>;
