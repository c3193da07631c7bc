import { z } from 'zod';
import { FileToken, JobId, Revision } from '../model/ids.ts';
import { command, query } from './operation.ts';

export const FilePurpose = z.enum([
  'open-workbook',
  'save-workbook',
  'save-pdf',
  'save-xlsx',
  'save-csv',
  'save-json',
  'import-framework',
  'import-data',
]);
export type FilePurpose = z.infer<typeof FilePurpose>;

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

const Nothing = z.strictObject({});

export const fileOperations = {
  /** Asks the person for a file. In the web shell `upload` comes first and this is not used for opening. */
  'files.pickOpen': command(z.strictObject({ purpose: FilePurpose }), Picked),
  'files.pickSave': command(
    z.strictObject({ purpose: FilePurpose, suggestedName: z.string().min(1).max(200) }),
    Picked,
  ),
  /** Hands a written file to the person: a download in the web shell, its folder in Electron. */
  'files.reveal': command(z.strictObject({ token: FileToken }), Nothing),
  /** Opens http, https and mailto links outside; anything else is refused. */
  'links.open': command(z.strictObject({ url: z.string().max(4000) }), Nothing),
  'export.run': command(
    z.strictObject({ format: z.enum(['xlsx', 'csv', 'json']), token: FileToken }),
    z.strictObject({ fileName: z.string(), bytes: z.int() }),
  ),
  'import.preview': query(z.strictObject({ framework: FileToken, data: FileToken }), ImportPreview),
  /** Creates a new workbook from the files and opens it; refused as a whole when any row is refused. */
  'import.commit': command(
    z.strictObject({ framework: FileToken, data: FileToken, target: FileToken }),
    z.strictObject({ revision: Revision }),
  ),
  'job.cancel': command(z.strictObject({ job: JobId }), Nothing),
};
