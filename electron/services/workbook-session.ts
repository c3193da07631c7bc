import type { WorkbookContent } from '../../shared/model/workbook-content.ts';
import type { OpenWorkbook } from '../store/open.ts';

/** Holds the one workbook that is open, and tells everyone when it changes or another takes its place. */
export interface WorkbookSession {
  /** Throws `E_PRECONDITION` (reason `no-workbook`) when none is open. */
  current(): OpenWorkbook;
  /** Opens the workbook and then closes the one before; when it cannot be opened, the one before stays open. */
  open(path: string): Promise<OpenWorkbook>;
  /** Writes a new workbook as a whole, in place of any file at that path, and opens it. */
  create(path: string, content: WorkbookContent): Promise<OpenWorkbook>;
  /** Folds the workbook into its one file. */
  close(): Promise<void>;
}
