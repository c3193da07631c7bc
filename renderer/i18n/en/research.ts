import type { Wording } from '../wording.ts';
import type { research as chinese } from '../zh/research.ts';

export const research: Wording<typeof chinese> = {
  title: 'Research next',
  command: 'What to research next: the gaps that would settle most ranks',
  none: 'There is no gap: every unit has an adopted value for every indicator.',
  summary_one:
    '{{count}} gap; knowing “{{indicator}}” of {{unit}} narrows the ranking most: the widths of all rank intervals together are expected to shrink by {{places}} places.',
  summary_other:
    '{{count}} gaps; knowing “{{indicator}}” of {{unit}} narrows the ranking most: the widths of all rank intervals together are expected to shrink by {{places}} places.',
  summaryNoRank_one:
    '{{count}} gap. The score intervals overlap so widely that no single value would settle a rank; the list is in order of how much the score interval shrinks.',
  summaryNoRank_other:
    '{{count}} gaps. The score intervals overlap so widely that no single value would settle a rank; the list is in order of how much the score interval shrinks.',
  show: 'Which gaps are shown',
  shown: {
    all: 'All {{count}}',
    withCandidates: 'Candidates {{count}}',
    becomingRanked: 'Would rank {{count}}',
  },
  noneHere: 'There is no such gap.',
  column: {
    gap: 'Gap',
    unit: 'Unit',
    indicator: 'Indicator',
    places: 'Rank intervals',
    placesMeaning:
      'Expected shrinking of the widths of all rank intervals together, in places, if the value were known; it may be anywhere on its scale with equal chance',
    points: 'Score interval',
    pointsMeaning: 'By how many points the score interval of this unit shrinks',
    coverage: 'Coverage then',
    candidates: 'Unused candidates',
    becomesRanked: 'Becomes ranked',
  },
  candidates_one: '{{count}} unused candidate',
  candidates_other: '{{count}} unused candidates',
  becomesRanked: 'Would be ranked with it (coverage {{coverage}})',
  more_one: '{{count}} more',
  more_other: '{{count}} more',
  yes: 'yes',
};
