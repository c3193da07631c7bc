import { z } from 'zod';

/** The views of the workbench in the order of their keys, Ctrl+1 and on: the command bar and the native menu show them. */
export const VIEW_IDS = [
  'ranking',
  'scenarios',
  'robustness',
  'method',
  'unit',
  'data',
  'brief',
] as const;
export const ViewId = z.enum(VIEW_IDS);
export type ViewId = z.infer<typeof ViewId>;
