import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, LocalizedText } from '../../shared/model/language.ts';
import { nameIn } from '../../shared/text/names.ts';

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh';
}

/** Puts names of the workbook (units, nodes, frameworks) into the language of the interface; the same function until that changes. */
export function useNames(): (name: LocalizedText) => string {
  const language = useLanguage();
  return useCallback((name) => nameIn(language, name), [language]);
}
