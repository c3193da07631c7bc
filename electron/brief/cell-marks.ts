import type { Language } from '../../shared/model/language.ts';
import type { BriefCell, BriefFacts } from './brief-facts.ts';
import { wordings } from './wording.ts';

const MARK = { proxy: '°', outside: '†', conflict: '‡', overridden: '§' } as const;

/** Marks behind a value that say what to beware of. */
export function cellMarks(cell: BriefCell): string {
  if (cell.overridden) return MARK.overridden;
  return [
    cell.proxy ? MARK.proxy : '',
    cell.outOfTimeWindow ? MARK.outside : '',
    cell.conflict ? MARK.conflict : '',
  ].join('');
}

/** What the marks that this brief can hold mean; stands by every table that uses them. */
export function markLegend({ evidence, language }: BriefFacts): string[] {
  return [
    ...(evidence.proxy > 0 ? [legendOf(language, 'proxy')] : []),
    ...(evidence.outOfTimeWindow > 0 ? [legendOf(language, 'outside')] : []),
    ...(evidence.conflict > 0 ? [legendOf(language, 'conflict')] : []),
    ...(evidence.overridden > 0 ? [legendOf(language, 'overridden')] : []),
  ];
}

function legendOf(language: Language, kind: keyof typeof MARK): string {
  return wordings[language].marks[kind](MARK[kind]);
}
