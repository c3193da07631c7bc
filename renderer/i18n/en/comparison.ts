import type { Wording } from '../wording.ts';
import type { comparison as chinese } from '../zh/comparison.ts';

export const comparison: Wording<typeof chinese> = {
  title: 'Why',
  of: 'Unit',
  with: 'Compared with',
  tools: 'How the difference is shown',
  picture: 'Difference between {{higher}} and {{lower}}',
  bars: 'Difference by indicator',
  bar: '{{indicator}}: {{difference}} points',
  barMissing: '{{indicator}}: {{difference}} points, missing for {{unit}}',
  missing: 'missing for {{unit}}',
  sum: 'Sum',
  all: 'Show all {{count}}',
  fewer: 'Show the main ones only',
  notRanked: '{{unit}} has no rank, so there is no order to explain. Its coverage is {{coverage}}.',
  alone: 'Only one unit has a rank; there is nothing to compare it with.',
  nobody: 'No unit has a rank, so there is no order to explain.',
  byIndicator: 'By indicator',
  byDimension: 'By dimension',
  column: {
    name: 'Indicator or dimension',
    difference: 'Difference (exact)',
    printed: 'Difference (as shown)',
    missing: 'Missing for',
  },
  notAdditive: 'The aggregation is not additive; the difference has no parts by indicator.',
};
