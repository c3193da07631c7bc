import type { Wording } from '../wording.ts';
import type { robustness as chinese } from '../zh/robustness.ts';

export const robustness: Wording<typeof chinese> = {
  view: 'Robustness',
  setup: {
    title: 'What is uncertain',
    draws: 'Draws',
    seed: 'Seed',
    newSeed: 'New seed',
    run: 'Run the simulation',
    nothingTicked: 'Tick at least one source of uncertainty.',
    differs: 'The settings have changed; the results shown are those of the settings before.',
  },
  field: {
    range: 'Type a number between {{least}} and {{most}}.',
    wholeRange: 'Type a whole number between {{least}} and {{most}}.',
  },
  weights: {
    title: 'Weights',
    explanation: 'Weights are judgments, not facts: every draw has other ones.',
    rule: 'How weights are drawn',
    noise: {
      name: 'Around what is declared',
      explanation: 'Each weight times a random factor, then back to the sum of its siblings.',
      factor: 'At most ±',
    },
    dirichlet: {
      name: 'Dirichlet around what is declared',
      explanation: 'The larger the concentration, the nearer; a weight of 0 stays 0.',
      concentration: 'Concentration',
    },
    simplex: {
      name: 'Unknown (SMAA)',
      explanation: 'Every way to divide the weight among siblings is equally likely.',
    },
    keepLocks: 'Keep the locks of the weights panel ({{count}})',
  },
  values: {
    title: 'Values',
    explanation:
      'Adopted values are drawn evenly from the range of their confidence; yes/no values, and values that a scenario replaces, stay.',
    high: 'High confidence ±',
    medium: 'Medium confidence ±',
    low: 'Low confidence ±',
  },
  gaps: {
    title: 'Gaps',
    explanation:
      'Every gap is drawn evenly from its normalised scale, instead of following the missing-data rule.',
    none: 'This scenario has no gaps; ticked or not, the result is the same.',
  },
  method: {
    title: 'Method choices',
    explanation:
      'Every draw takes one combination of what is ticked; a part without ticks stays as in the workbook.',
    own: '(the workbook’s)',
    combinations_one: '{{count}} combination',
    combinations_other: '{{count}} combinations',
    needsPositiveScale:
      'Geometric and harmonic means exist for positive values only: normalise to 1–100 or to ranks, or the run will be refused.',
  },
  part: {
    normalisation: 'Normalisation',
    aggregation: 'Aggregation',
    missing: 'Missing-data rule',
    treatment: 'Treatment of outliers',
    weights: 'Weights',
    values: 'Values',
    gaps: 'Gaps',
  },
  progress: {
    draws: '{{done}} of {{draws}} draws ({{share}})',
    samples: '{{done}} of {{runs}} runs ({{share}})',
    share: '{{share}} done',
    left_one: 'about {{count}} second left',
    left_other: 'about {{count}} seconds left',
  },
  cancelled: 'Cancelled; what is shown is the result from before.',
  stale: 'The inputs have changed since this result was made.',
  runAgain: 'Run again',
  noRanked:
    'No unit has a rank, so there is nothing to test. Add values, or lower the coverage that a rank needs.',
  oneRanked: 'Only one unit has a rank; it is first whatever varies.',
  statement: {
    draws_one:
      '{{number}} draw, seed {{seed}}, scenario “{{scenario}}”, engine version {{engine}}. Varied: {{sources}}.',
    draws_other:
      '{{number}} draws, seed {{seed}}, scenario “{{scenario}}”, engine version {{engine}}. Varied: {{sources}}.',
    samples_one:
      '{{number}} sample (Saltelli design), seed {{seed}}, scenario “{{scenario}}”, engine version {{engine}}. Varied: {{sources}}.',
    samples_other:
      '{{number}} samples (Saltelli design), seed {{seed}}, scenario “{{scenario}}”, engine version {{engine}}. Varied: {{sources}}.',
    separator: '; ',
  },
  table: {
    unit: 'Unit',
    nominal: 'Rank now',
    mean: 'Mean rank',
    median: 'Median rank',
    rank5: '5 % rank',
    rank95: '95 % rank',
    atRank: 'Rank {{rank}}',
  },
  filter: { label: 'Find units', shown: '{{shown}} of {{total}} shown' },
  acceptability: {
    title: 'Rank acceptability',
    empty:
      'After a simulation this shows in how many draws each unit has each rank. The settings as they are can be run at once.',
    ranks: 'Rank',
    row: 'mean {{mean}} ({{low}}–{{high}})',
    cell: '{{unit}}: rank {{rank}} in {{share}} of the draws',
    summary:
      '{{unit}} has the best mean rank: rank {{rank}} in {{share}} of the draws. Of {{total}} ranked units, {{steady}} keep the rank they have now (framed) in at least half of the draws.',
  },
};
