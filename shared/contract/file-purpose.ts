import { z } from 'zod';

export const FilePurpose = z.enum([
  'open-workbook',
  /** Where a new workbook will live; the web shell keeps it in its data folder. */
  'create-workbook',
  /** A copy to take away; the web shell downloads it. */
  'save-workbook',
  'save-pdf',
  'save-xlsx',
  'save-csv',
  'save-json',
  'save-svg',
  'save-png',
  'import-framework',
  'import-data',
]);
export type FilePurpose = z.infer<typeof FilePurpose>;

/** Purposes with which a file is read. */
export const OpenPurpose = FilePurpose.extract([
  'open-workbook',
  'import-framework',
  'import-data',
]);
export type OpenPurpose = z.infer<typeof OpenPurpose>;

/** Purposes with which a file is written. */
export const SavePurpose = FilePurpose.exclude([
  'open-workbook',
  'import-framework',
  'import-data',
]);
export type SavePurpose = z.infer<typeof SavePurpose>;

/** What `files.pickOpen` is asked with. */
export const PickOpen = z.strictObject({ purpose: OpenPurpose });
