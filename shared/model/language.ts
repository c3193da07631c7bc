import { z } from 'zod';

export const Language = z.enum(['zh', 'en']);
export type Language = z.infer<typeof Language>;

/** The language of the product for a system's locale, e.g. `zh-Hans-CN`: Chinese for all of Chinese, else English. */
export function languageOf(locale: string): Language {
  return /^zh(?:[-_.@]|$)/iu.test(locale) ? 'zh' : 'en';
}

/** A name or sentence in both languages of the product. */
export const LocalizedText = z.strictObject({ zh: z.string(), en: z.string() });
export type LocalizedText = z.infer<typeof LocalizedText>;
