import { z } from 'zod';
import { BriefSection } from '../../../shared/contract/brief-operations.ts';
import { Language } from '../../../shared/model/language.ts';
import { useMemory } from '../../stores/use-memory.ts';

/** Every section in the analyst's order, with whether it is printed. */
const BriefChoices = z.object({
  /** null: the language of the interface. */
  language: Language.nullable(),
  sections: z.array(z.object({ section: BriefSection, printed: z.boolean() })),
});
export type BriefChoices = z.infer<typeof BriefChoices>;

const INITIAL: BriefChoices = {
  language: null,
  sections: BriefSection.options.map((section) => ({ section, printed: true })),
};

/** The analyst's choices for the brief, kept with the workbook's layout. */
export function useBriefChoices(): [BriefChoices, (next: BriefChoices) => void] {
  const [choices, keep] = useMemory('brief', BriefChoices, INITIAL);
  return [withEverySection(choices), keep];
}

/** A section that came with a newer version stands at the end, unticked, instead of being unreachable. */
function withEverySection(choices: BriefChoices): BriefChoices {
  const known = new Set(choices.sections.map(({ section }) => section));
  const added = BriefSection.options.filter((section) => !known.has(section));
  if (added.length === 0) return choices;
  return {
    ...choices,
    sections: [...choices.sections, ...added.map((section) => ({ section, printed: false }))],
  };
}

/** The sections with the one at `from` moved by `step` places; unchanged at the ends. */
export function moveSection(choices: BriefChoices, from: number, step: 1 | -1): BriefChoices {
  const to = from + step;
  const moved = choices.sections[from];
  if (moved === undefined || to < 0 || to >= choices.sections.length) return choices;
  const sections = choices.sections.toSpliced(from, 1).toSpliced(to, 0, moved);
  return { ...choices, sections };
}
