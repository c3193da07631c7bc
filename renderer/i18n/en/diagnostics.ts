import type { Wording } from '../wording.ts';
import type { diagnostics as chinese } from '../zh/diagnostics.ts';

export const diagnostics: Wording<typeof chinese> = {
  title: 'Diagnostics',
  summary:
    '{{indicators}} indicators, {{units}} units; {{share}} of the cells have an adopted value.',
  imputed:
    'The method in force fills gaps: correlations and consistency count what is filled; distributions and availability look at adopted values only.',
  kind: 'Correlation',
  kinds: { pearson: 'Pearson', spearman: 'Spearman', kendall: 'Kendall' },
  noData: 'There is no adopted value to look at. Enter values in “Data” first.',
  oneUnit: 'There is one unit only; correlations and consistency need two or more.',
  flags: {
    title: 'Worth a look',
    none: 'Nothing stands out.',
    redundant: '{{one}} and {{other}} nearly say the same: r = {{r}} over {{count}} common units.',
    opposed:
      '{{one}} and {{other}} work against each other: r = {{r}} over {{count}} common units.',
    few_one: '{{count}} pair over fewer than {{least}} common units, too few to rely on',
    few_other: '{{count}} pairs over fewer than {{least}} common units, too few to rely on',
    longTailed:
      '{{indicator}} is skewed and heavy in the tail: skew {{skew}}, kurtosis {{kurtosis}}.',
    constant: 'All values of {{indicator}} are equal and tell nothing apart.',
    empty: '{{indicator}} has no adopted value at all.',
    more: '{{count}} more; copy the table to see all.',
    kind: {
      redundant: 'redundant',
      opposed: 'opposed',
      longTailed: 'long tail',
      constant: 'constant',
      empty: 'no data',
    },
    column: {
      kind: 'Kind',
      indicator: 'Indicator',
      other: 'Other indicator',
      value: 'Value',
      units: 'Common units',
    },
  },
  correlation: {
    title: 'Correlation of the indicators ({{kind}})',
    summary:
      '{{kind}} correlations of {{indicators}} indicators in the order of their dimensions; {{defined}} pairs are defined, {{few}} of them over fewer than {{least}} common units.',
    legend:
      'Rows and columns are numbered. Blue: together; orange: against each other; hatched: fewer than {{least}} common units, with their number; empty: undefined.',
    tooltip: '{{one}} × {{other}}\nr = {{r}}\n{{count}} common units',
    chosen: '{{one}} × {{other}}: r = {{r}}, {{count}} common units.',
    column: { one: 'Indicator', other: 'Other indicator', r: 'Correlation', units: 'Common units' },
    scatter: '{{one}} and {{other}}',
    scatterSummary: 'Adopted values of {{count}} units: {{one}} across, {{other}} up.',
    pick: 'Click a cell to see the two indicators against each other.',
  },
  consistency: {
    title: 'Consistency and principal components',
    hint: 'The nearer α is to 1, the more the children measure one thing; 0.7 is the usual line. The more variance the first component explains, the nearer they are to one direction.',
    column: {
      node: 'Parent',
      children: 'Children',
      alpha: 'Cronbach’s α',
      first: 'First component',
      units: 'Complete units',
    },
    undefinedAlpha: 'undefined',
    loadings: '{{node}}: explained variance and loadings',
    component: 'Component {{number}}',
    explained: 'Variance explained',
    show: 'Loadings',
    refused: {
      few: 'Too few complete units: {{needed}} needed, {{count}} found.',
      flat: 'A child has no values, or all of them are equal.',
      other: 'There are no components.',
    },
    none: 'No node has two or more children.',
  },
  availability: {
    title: 'Availability',
    summary:
      '{{units}} units × {{indicators}} indicators: {{present}} cells with an adopted value, {{missing}} missing.',
    legend:
      'Filled: adopted value; hatched, or empty where there are very many units: missing. After a unit the share of its indicators with a value, below a number the share of units. Click a cell for its evidence.',
    tooltip: '{{unit}} × {{indicator}}\n{{state}}',
    missing: 'missing',
    column: { unit: 'Unit', indicators: 'Indicators with a value', coverage: 'Coverage' },
    shareOfUnits: 'Units with a value',
  },
  distribution: {
    title: 'Distribution of each indicator',
    hintMany:
      'Bars count the units; orange lines are units more than 1.5 interquartile ranges outside the middle half. Indicators with |skew| ≥ {{skew}} and kurtosis ≥ {{kurtosis}} count as long-tailed.',
    hint: 'Every line is a unit; orange ones lie more than 1.5 interquartile ranges outside the middle half. Indicators with |skew| ≥ {{skew}} and kurtosis ≥ {{kurtosis}} count as long-tailed.',
    column: {
      indicator: 'Indicator',
      present: 'Present',
      missing: 'Missing',
      values: 'Raw values',
      lowest: 'Lowest',
      quartile1: 'Lower quartile',
      median: 'Median',
      quartile3: 'Upper quartile',
      highest: 'Highest',
      mean: 'Mean',
      standardDeviation: 'Standard deviation',
      skew: 'Skew',
      kurtosis: 'Kurtosis',
      outliers: 'Outliers',
    },
    strip: '{{indicator}}: {{count}} values, {{low}} to {{high}}, median {{median}}',
    stripNone: '{{indicator}}: no values',
    openColumn: 'Show {{indicator}} in the data',
    openCell: 'Show {{indicator}} of {{unit}} in the data',
  },
  openInGrid: 'Show in the data',
};
