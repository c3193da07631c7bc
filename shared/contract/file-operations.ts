import { z } from 'zod';
import { FileToken, JobId, Revision } from '../model/ids.ts';
import { Language } from '../model/language.ts';
import { PickOpen, SavePurpose } from './file-purpose.ts';
import { command, query } from './operation.ts';

const Picked = z
  .strictObject({ token: FileToken, fileName: z.string() })
  /** null: the person cancelled. */
  .nullable();

/** What an import would do, before anything is written. */
export const ImportPreview = z.strictObject({
  title: z.string(),
  unitCount: z.int(),
  indicatorCount: z.int(),
  presentCount: z.int(),
  missingCount: z.int(),
  /** Columns kept as attributes of the units. */
  attributeColumns: z.array(z.string()),
  /** First rows as they will be read. */
  sample: z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

const MOST_PICTURE_BYTES = 64 * 1024 * 1024;

const Nothing = z.strictObject({});

export const fileOperations = {
  /*
   * The first four and those of jobs write nothing to the workbook, and a dialogue that stays open must not keep the
   * changes of another window waiting: they are queries.
   */
  /** Asks the person for a file. The bridge of the web shell answers it: it uploads the chosen file for a token. */
  'files.pickOpen': query(PickOpen, Picked),
  'files.pickSave': query(
    z.strictObject({ purpose: SavePurpose, suggestedName: z.string().min(1).max(200) }),
    Picked,
  ),
  /** Hands a file written through a `save-…` token to the person: a download in the web shell, its folder in Electron. */
  'files.reveal': query(z.strictObject({ token: FileToken }), Nothing),
  /** Opens http, https and mailto links outside; anything else is refused. */
  'links.open': query(z.strictObject({ url: z.string().max(4000) }), Nothing),
  'export.run': command(
    z.strictObject({ format: z.enum(['xlsx', 'csv', 'json']), token: FileToken }),
    z.strictObject({ fileName: z.string(), bytes: z.int() }),
  ),
  /** Writes a picture of a chart; `content` is the file as it is to be. */
  'pictures.write': command(
    z.strictObject({
      token: FileToken,
      format: z.enum(['svg', 'png']),
      content: z
        .instanceof(Uint8Array)
        .refine((content) => content.length <= MOST_PICTURE_BYTES, 'larger than 64 MB'),
    }),
    z.strictObject({ fileName: z.string(), bytes: z.int() }),
  ),
  /** `language` names the root scenario of a workbook that brings none, and chooses the names shown. */
  'import.preview': query(
    z.strictObject({ framework: FileToken, data: FileToken, language: Language }),
    ImportPreview,
  ),
  /** Creates a workbook from the files at the `create-workbook` token `target` and opens it; refused as a whole when any row is refused. */
  'import.commit': command(
    z.strictObject({
      framework: FileToken,
      data: FileToken,
      target: FileToken,
      language: Language,
    }),
    z.strictObject({ revision: Revision }),
  ),
  'job.cancel': query(z.strictObject({ job: JobId }), Nothing),
  /**
   * For a page that may have missed the events of its job. Fails with the job's own error when it failed, with
   * `E_NOT_FOUND` when the host knows it no more.
   */
  'job.state': query(
    z.strictObject({ job: JobId }),
    z.strictObject({ state: z.enum(['running', 'finished']) }),
  ),
};
