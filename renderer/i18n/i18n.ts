import { createInstance, type FormatterModule, type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/model/language.ts';
import { formatValue } from '../../shared/text/numbers.ts';
import { type TextKey, wordings, type Wordings } from './wordings.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Wordings;
  }
}

const i18n = createInstance();

/** Numbers are grouped by thousands wherever they stand in a sentence; a seed is typed in again and stays as it is. */
const numbersInSentences: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, _language, options) =>
    typeof value === 'number' && options?.['interpolationkey'] !== 'seed'
      ? formatValue(value)
      : (value as string),
};

export async function startTexts(language: Language): Promise<void> {
  await i18n
    .use(initReactI18next)
    .use(numbersInSentences)
    .init({
      lng: language,
      fallbackLng: false,
      ns: Object.keys(wordings.zh),
      defaultNS: 'common',
      resources: wordings,
      interpolation: { escapeValue: false, alwaysFormat: true },
      returnNull: false,
    });
  followLanguage(language);
}

/** The texts of what a start shows. */
export function firstTexts(language: Language): string[] {
  const { common, frame, weights, ranking, comparison, grid } = wordings[language];
  return [common, frame, weights, ranking, comparison, grid].map((texts) => JSON.stringify(texts));
}

/** Switches every text at run time. */
export async function setLanguage(language: Language): Promise<void> {
  await i18n.changeLanguage(language);
  followLanguage(language);
}

function followLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export function currentLanguage(): Language {
  return i18n.language === 'en' ? 'en' : 'zh';
}

/** A text by a key that is only known at run time, e.g. the title of a command. */
export function textOf(key: TextKey, parameters: Record<string, string | number> = {}): string {
  return textIn(currentLanguage(), key, parameters);
}

export function textIn(
  language: Language,
  key: TextKey,
  parameters: Record<string, string | number> = {},
): string {
  const [feature, path] = key.split(':');
  const texts: TFunction<keyof Wordings> = i18n.getFixedT(language, feature as keyof Wordings);
  return (texts as (path: string, parameters: object) => string)(path ?? '', parameters);
}
