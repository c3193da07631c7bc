import type { Wording } from '../wording.ts';
import type { scenarioMatrix as chinese } from '../zh/scenarioMatrix.ts';

export const scenarioMatrix: Wording<typeof chinese> = {
  title: 'Scenario matrix',
  pictureTitle: 'Scenario matrix: {{shown}}',
  grid: 'Ranks and scores in all scenarios',
  unit: 'Unit',
  shown: 'What the cells show',
  show: { rank: 'Ranks', score: 'Scores', rankChange: 'Rank change', scoreChange: 'Score change' },
  against: 'Against',
  better: 'better',
  worse: 'worse',
  onlyBaseline:
    'So far there is only the baseline. Make a scenario, change weights, values or the method in it, and compare unit by unit here.',
  spoken: {
    absent: '{{scenario}}: {{unit}} is left out.',
    notRanked: '{{scenario}}: {{unit}} is not ranked, score {{score}}.',
    ranked: '{{scenario}}: {{unit}} rank {{rank}}, score {{score}}.',
    up: '{{scenario}}: {{unit}} rank {{rank}}, score {{score}}; places gained against “{{reference}}”: {{places}}, score {{difference}}.',
    down: '{{scenario}}: {{unit}} rank {{rank}}, score {{score}}; places lost against “{{reference}}”: {{places}}, score {{difference}}.',
    same: '{{scenario}}: {{unit}} rank {{rank}}, score {{score}}; same rank as in “{{reference}}”, score {{difference}}.',
  },
  key: { move: 'Move among the cells', choose: 'Select scenario and unit' },
};
