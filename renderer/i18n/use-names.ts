import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, LocalizedText } from '../../shared/model/language.ts';
import { createNames, nameIn, type Names } from '../../shared/text/names.ts';
import { useWorkbook } from '../stores/workbook-store.ts';

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh';
}

/** Puts names of the workbook (units, nodes, frameworks) into the language of the interface; the same function until that changes. */
export function useNames(): (name: LocalizedText) => string {
  const language = useLanguage();
  return useCallback((name) => nameIn(language, name), [language]);
}

/** Names of all nodes and units, made once for a framework and a language. */
export function useWorkbookNames(): Names {
  const language = useLanguage();
  const framework = useWorkbook((state) => state.framework);
  const units = useWorkbook((state) => state.units);
  return namesOf(language, framework?.nodes ?? NO_NODES, units);
}

const NO_NODES: [] = [];
type NamesInput = Parameters<typeof createNames>;
let last: { readonly of: NamesInput; readonly names: Names } | null = null;

function namesOf(...of: NamesInput): Names {
  if (last === null || of.some((part, at) => part !== last?.of[at])) {
    last = { of, names: createNames(...of) };
  }
  return last.names;
}
