import type { Language } from '../../shared/model/language.ts';
import { whenFirstUsed } from '../../shared/text/when-first-used.ts';

const formatIn = (locale: string) =>
  whenFirstUsed(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
const formats = { zh: formatIn('zh-CN'), en: formatIn('en-GB') };

/** Day and time of an ISO 8601 moment, in the machine's time zone; a text that is none stands for itself. */
export function momentIn(language: Language, moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : formats[language]().format(date);
}
