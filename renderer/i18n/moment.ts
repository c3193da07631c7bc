import type { Language } from '../../shared/model/language.ts';

const formats = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
};

/** Day and time of an ISO 8601 moment, in the machine's time zone; a text that is none stands for itself. */
export function momentIn(language: Language, moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : formats[language].format(date);
}
