import type { Language } from '../../shared/model/language.ts';

/** The language of the product for a system's locale, e.g. `zh-Hans-CN`: Chinese for all of Chinese, else English. */
export function languageOf(locale: string): Language {
  return /^zh(?:[-_]|$)/iu.test(locale) ? 'zh' : 'en';
}
