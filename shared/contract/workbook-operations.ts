import { z } from 'zod';
import { Framework } from '../model/framework.ts';
import { FileToken, Revision } from '../model/ids.ts';
import { Language, LocalizedText } from '../model/language.ts';
import { Series } from '../model/observation.ts';
import { Unit } from '../model/unit.ts';
import { command, query } from './operation.ts';

const Nothing = z.strictObject({});

export const WorkbookInfo = z.strictObject({
  /** File name without folder; the path stays in the host. */
  fileName: z.string(),
  /** Another number for each workbook that takes the place of one: tells a page that was away whether it still shows the open one. */
  opening: z.int(),
  revision: Revision,
  /** null: can be changed; else why not. A workbook that is open elsewhere does not open at all (`E_BUSY`). */
  readOnly: z.enum(['write-protected', 'damaged']).nullable(),
  title: LocalizedText,
  unitCount: z.int(),
  indicatorCount: z.int(),
  adoptedCount: z.int(),
  observationCount: z.int(),
  sourceCount: z.int(),
  /** Name put on the analyst's own observations. */
  author: z.string(),
});
export type WorkbookInfo = z.infer<typeof WorkbookInfo>;

export const RecentWorkbook = z.strictObject({
  /** Stands for the path; good for `workbook.open`. */
  token: FileToken,
  fileName: z.string(),
  /** Folder with the user's home shortened, for telling two files of one name apart. */
  place: z.string(),
  openedAt: z.string(),
  exists: z.boolean(),
});
export type RecentWorkbook = z.infer<typeof RecentWorkbook>;

/** A copy made by itself, which counts only after it was opened and checked. */
export const Backup = z.strictObject({
  /** Good for `workbook.restoreBackup`. */
  token: FileToken,
  madeAt: z.string(),
  /** Acts that the copy holds. */
  revision: Revision,
  bytes: z.int(),
});
export type Backup = z.infer<typeof Backup>;

export const workbookOperations = {
  'workbook.info': query(Nothing, WorkbookInfo),
  'workbook.recent': query(Nothing, z.array(RecentWorkbook)),
  /** Newest first; of the open workbook, or of the one that could not be opened last. */
  'workbook.backups': query(Nothing, z.array(Backup)),
  /** Writes the backup to the place behind the `create-workbook` token `target` and opens it there; the damaged file stays as it is. */
  'workbook.restoreBackup': command(
    z.strictObject({ backup: FileToken, target: FileToken }),
    WorkbookInfo,
  ),
  /** Creates a workbook from the bundled data at the place behind a `create-workbook` token and opens it. */
  'workbook.createSample': command(
    z.strictObject({ token: FileToken, language: Language }),
    WorkbookInfo,
  ),
  'workbook.open': command(z.strictObject({ token: FileToken }), WorkbookInfo),
  /** Writes a consistent copy; the open workbook stays the same. */
  'workbook.saveCopy': command(
    z.strictObject({ token: FileToken }),
    z.strictObject({ fileName: z.string() }),
  ),
  'workbook.setAuthor': command(
    z.strictObject({ author: z.string().max(200), baseRevision: Revision }),
    z.strictObject({ revision: Revision }),
  ),
  'framework.get': query(Nothing, Framework),
  'units.list': query(Nothing, z.array(Unit)),
  'series.list': query(Nothing, z.array(Series)),
};
