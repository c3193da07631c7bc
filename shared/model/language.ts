import { z } from 'zod';

export const Language = z.enum(['zh', 'en']);
export type Language = z.infer<typeof Language>;

/** A name or sentence in both languages of the product. */
export const LocalizedText = z.strictObject({ zh: z.string(), en: z.string() });
export type LocalizedText = z.infer<typeof LocalizedText>;
