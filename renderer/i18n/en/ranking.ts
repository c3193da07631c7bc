import type { Wording } from '../wording.ts';
import type { ranking as chinese } from '../zh/ranking.ts';

export const ranking: Wording<typeof chinese> = {
  remark: {
    interval: 'Thin line: scores that the gaps allow',
    againstBaseline: 'Movement against the baseline',
    againstBeforeDrag: 'Movement against before the change',
  },
  column: {
    rank: 'Rank',
    interval: 'Range',
    gained: 'Move',
    name: 'Unit',
    score: 'Score',
    coverage: 'Coverage',
  },
  sortBy: 'Sort by {{column}}',
  sorted: { ascending: 'ascending', descending: 'descending' },
  list: 'Ranking list',
  unrankedHeading: 'Not ranked: coverage below {{threshold}}',
  unrankedNoThreshold: 'Not ranked: no usable value',
  lacks_one: 'lacks {{count}} indicator: {{names}}',
  lacks_other: 'lacks {{count}} indicators: {{names}}',
  lacksMany: 'lacks {{count}} indicators: {{names}} …',
  listComma: ', ',
  known: {
    open: '{{ranked}} of {{total}} units can be ranked. {{leader}} has the highest score ({{score}}), but the gaps leave open whether it is above {{count}} of the others.',
    likely:
      '{{ranked}} of {{total}} units can be ranked. {{leader}} has the highest score ({{score}}); it leads in most draws over the gaps, but being overtaken cannot be ruled out.',
    certain:
      '{{ranked}} of {{total}} units can be ranked. {{leader}} has the highest score ({{score}}), whatever values the gaps have.',
    tied: '{{ranked}} of {{total}} units can be ranked. {{count}} share the first rank ({{score}}).',
    single: 'Only {{leader}} can be ranked ({{score}}); there is nothing to compare it with.',
    none: 'No unit can be ranked. Add values in the indicator data, or lower the coverage threshold in the method.',
  },
  unknown: '{{unranked}} with coverage below {{threshold}} are listed but not ranked.',
  hint: {
    rank: 'Rank {{rank}}',
    tied: 'Rank {{rank}}, tied',
    plausible: '{{low}}–{{high}}: 5–95 % of {{draws}} draws over the gaps',
    certain: '{{best}}–{{worst}}: bounds whatever values the gaps have',
    notSeparable_one: 'Not separable from {{names}}',
    notSeparable_other: 'Not separable from {{names}}',
    notSeparableMany: 'Not separable from {{names}} and others, {{count}} in all',
    separable: 'Separable from its neighbours',
    scoreInterval: 'Scores that the gaps allow: {{low}} to {{high}}',
    coverage: '{{coverage}} of the weight has an adopted value',
    sum: 'Sum',
    notAdditive: 'The aggregation is not additive; the score has no parts by dimension',
  },
  gained: {
    up: 'up {{places}}',
    down: 'down {{places}}',
    same: 'same rank',
    new: 'not ranked before',
    newMark: 'new',
  },
  spoken: {
    ranked:
      '{{name}}: {{rank}}, possibly {{interval}}; score {{score}}, between {{low}} and {{high}}; coverage {{coverage}}; {{gained}}; {{parts}}',
    unranked: '{{name}}: not ranked, coverage {{coverage}}; {{lacks}}',
    part: '{{dimension}} {{contribution}}',
  },
  key: { select: 'select the unit above or below', open: 'open the selected unit' },
};
