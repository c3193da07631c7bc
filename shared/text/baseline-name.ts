import type { LocalizedText } from '../model/language.ts';

/** Name that the root scenario of a new workbook gets; a person may rename it. */
export const BASELINE_NAME: LocalizedText = { zh: '基准情景', en: 'Baseline' };
