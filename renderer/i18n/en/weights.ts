import type { Wording } from '../wording.ts';
import type { weights as chinese } from '../zh/weights.ts';

export const weights: Wording<typeof chinese> = {
  title: 'Weights',
};
