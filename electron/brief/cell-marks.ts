import type { Language } from '../../shared/model/language.ts';
import type { BriefCell } from './brief-facts.ts';
import { wordings } from './wording.ts';

/** Letters behind a value that say what to beware of; explained under every table that uses them. */
export function cellMarks(language: Language, cell: BriefCell): string {
  const marks = wordings[language].marks;
  if (cell.overridden) return marks.overridden;
  return [
    cell.proxy ? marks.proxy : '',
    cell.outOfTimeWindow ? marks.outside : '',
    cell.conflict ? marks.conflict : '',
  ].join('');
}
