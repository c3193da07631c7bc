import type { Wording } from '../wording.ts';
import type { slope as chinese } from '../zh/slope.ts';

export const slope: Wording<typeof chinese> = {
  panel: 'Slope graph',
  title: 'Ranks: {{before}} → {{after}}',
  other: 'Scenario to compare with',
  before: 'Before the change',
  beforeHeading: 'Before the change',
  unranked: 'not ranked',
  newMark: 'new',
  scale: { rank: 'Ranks', score: 'Scores' },
  empty: 'No ranks to compare',
  emptyWhat: 'No unit can be ranked on either side; the ranking says why.',
  summary: {
    same: 'The ranks are the same on both sides. Drag a weight, or choose another scenario, to see changes.',
    counts: '{{up}} up, {{down}} down, {{same}} unchanged.',
    countsChanged:
      '{{up}} up, {{down}} down, {{same}} unchanged, {{changed}} ranked on one side only.',
    furthest: '{{counts}} Furthest: {{change}}.',
  },
  table: {
    unit: 'Unit',
    rankIn: 'Rank ({{scenario}})',
    scoreIn: 'Score ({{scenario}})',
    difference: 'Difference in score',
  },
};
