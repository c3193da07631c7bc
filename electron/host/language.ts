import { type Language, languageOf } from '../../shared/model/language.ts';

/**
 * The language of a host without a window of its own. A Linux system that states no language (`C`, `POSIX` or nothing)
 * says nothing about the person: then it is the product's first language, not the English that a locale library assumes.
 *
 * @param locale asked on other systems alone: the locale library is slow to start
 */
export function systemLanguage(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  locale: () => string,
): Language {
  if (platform !== 'linux') return languageOf(locale());
  const stated = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || 'C';
  const saysNothing = /^(?:C|POSIX)(?:\.|$)/u.test(stated);
  return saysNothing ? 'zh' : languageOf(stated);
}
