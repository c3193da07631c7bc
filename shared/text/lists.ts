import type { Language } from '../model/language.ts';
import { whenFirstUsed } from './when-first-used.ts';

const conjunctions = {
  zh: whenFirstUsed(() => new Intl.ListFormat('zh-Hans', { type: 'conjunction' })),
  en: whenFirstUsed(() => new Intl.ListFormat('en-GB', { type: 'conjunction' })),
};

/** `A、B和C` or `A, B and C`. */
export function listInWords(language: Language, items: readonly string[]): string {
  return conjunctions[language]().format(items);
}

/** Items side by side without a last conjunction, for lists of figures: `A 1，B 2` or `A 1, B 2`. */
export function enumerate(language: Language, items: readonly string[]): string {
  return items.join(language === 'zh' ? '，' : ', ');
}

/** Names side by side without a last conjunction: `A、B` or `A, B`. */
export function enumerateNames(language: Language, names: readonly string[]): string {
  return names.join(language === 'zh' ? '、' : ', ');
}

/** Whole sentences one after another: Chinese ones stand without a space between them. */
export function inARow(language: Language, sentences: readonly string[]): string {
  return sentences.join(language === 'zh' ? '' : ' ');
}
