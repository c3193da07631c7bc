import type { Wording } from '../wording.ts';
import type { ranking as chinese } from '../zh/ranking.ts';

export const ranking: Wording<typeof chinese> = {
  title: 'Ranking',
};
