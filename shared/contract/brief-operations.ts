import { z } from 'zod';
import { FileToken, JobId, ScenarioId } from '../model/ids.ts';
import { Language } from '../model/language.ts';
import { command, query } from './operation.ts';

export const BriefSection = z.enum([
  'findings',
  'ranking',
  'contributions',
  'scenario',
  'units',
  'method',
  'unknowns',
  'data',
  'sources',
]);
export type BriefSection = z.infer<typeof BriefSection>;

/** What goes into a brief, in the analyst's order. */
export const BriefRequest = z.strictObject({
  scenario: ScenarioId,
  language: Language,
  sections: z.array(BriefSection).min(1).max(100),
});
export type BriefRequest = z.infer<typeof BriefRequest>;

const Started = z.strictObject({ job: JobId });

export const briefOperations = {
  /** Typesets the brief; pages are read with `brief.pages` when the job has finished. */
  'brief.preview': command(BriefRequest, Started),
  /** SVG text of each page of a finished preview; shown as image, never as markup. */
  'brief.pages': query(
    z.strictObject({ job: JobId }),
    z.strictObject({
      pages: z.array(z.string()),
      widthPoints: z.number(),
      heightPoints: z.number(),
    }),
  ),
  'brief.export': command(z.strictObject({ request: BriefRequest, token: FileToken }), Started),
};
