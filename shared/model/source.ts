import { z } from 'zod';
import { SourceId } from './ids.ts';

export const Source = z.strictObject({
  id: SourceId,
  title: z.string().min(1),
  /** null: the source has no link. Only http and https are ever opened. */
  url: z.string().nullable(),
  /** As found: `2025-11`, `~2025-12`; empty when unknown. */
  published: z.string(),
});
export type Source = z.infer<typeof Source>;
