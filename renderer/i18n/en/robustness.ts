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
    replacesOwn_one:
      'What is ticked is for every indicator: the rule of its own of {{count}} indicator is set aside: {{indicators}}.',
    replacesOwn_other:
      'What is ticked is for every indicator: the rules of their own of {{count}} indicators are set aside: {{indicators}}.',
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
    ofScenario: 'Scenario “{{scenario}}”',
    left_one: 'about {{count}} second left',
    left_other: 'about {{count}} seconds left',
  },
  cancelledWithoutResult: 'Cancelled.',
  cancelled: 'Cancelled; what is shown is the result from before.',
  stale: 'The inputs have changed since this result was made.',
  runAgain: 'Run again',
  noRanked: 'No unit has a rank, so there is nothing to test; the ranking says why.',
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
    rank5: '5% rank',
    rank95: '95% rank',
    atRank: 'Rank {{rank}}',
    atThen: 'Rank',
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
  pairwise: {
    title: 'Pairwise winning',
    empty:
      'After a simulation this shows in how many draws each unit stands before each other one.',
    columns: 'stands before',
    cell: '{{unit}} stands before {{other}} in {{share}} of the draws',
    summary:
      'Of {{pairs}} pairs of neighbours by mean rank, {{count}} have no settled order (neither is ahead in 95% of the draws). A tie counts half.',
  },
  unit: {
    tab: 'Rank distribution',
    title: 'Ranks of the unit',
    empty:
      'After a simulation this shows how the rank of the selected unit is distributed, and the weights with which it comes first.',
    notRanked: '{{unit}} has no rank and takes no part in the simulation.',
    never: '{{unit}} is ranked in none of the draws.',
    sentence:
      '{{unit}} has rank {{nominal}} now; over the draws mean {{mean}}, median {{median}}, 5–95% {{low}}–{{high}}, most often rank {{likeliest}} ({{share}}).',
    distribution: 'Ranks of {{unit}}',
    distributionSummary:
      'Share of the draws at each rank of {{unit}}: median {{median}}, 5–95% from {{low}} to {{high}}.',
    median: 'median {{rank}}',
    bar: 'Rank {{rank}}: {{share}} of the draws',
    share: 'Share of draws',
  },
  draw: {
    show: 'Look at one draw…',
    title: 'One draw',
    number: 'Draw',
    of_one: 'of {{count}}, seed {{seed}}; it can be made again at any time',
    of_other: 'of {{count}}, seed {{seed}}; each can be made again at any time',
    method: 'Method: {{method}}',
    ranking: 'Ranking of this draw',
    weights: 'Weights of this draw',
    values: 'Values of this draw',
    rank: 'Rank',
    score: 'Score',
    share: 'Share among siblings (%)',
    indicator: 'Indicator',
    value: 'Drawn value',
    normalised: 'Normalised score drawn for the gap',
    keep: 'Keep the weights as a scenario',
    scenarioName: 'Weights of draw {{number}} (seed {{seed}})',
    scenarioDescription:
      'Weights of draw {{number}} of the simulation of scenario “{{scenario}}” (seed {{seed}}).',
  },
  central: {
    ofUnit: 'Central weights of {{unit}}',
    title: 'Central weights',
    explanation:
      'Mean shares among siblings over the draws in which {{unit}} comes first; the further from what is declared, the more it depends on such preferences.',
    node: 'Node',
    declared: 'Declared',
    central: 'Central',
    difference: 'Difference',
    all: 'Show every level',
    fewer: 'Show dimensions only',
    never: '{{unit}} comes first in none of the draws, so it has no central weights.',
    notDrawn: 'This simulation leaves the weights as they are, so there are no central weights.',
  },
  influence: {
    title: 'Influence',
    empty:
      'Where do changes of rank come from? Sobol indices divide them among the sources that are ticked. The settings as they are can be run at once.',
    samples: 'Samples',
    runs_one: '{{count}} source, {{runs}} runs, seed {{seed}}',
    runs_other: '{{count}} sources, {{runs}} runs, seed {{seed}}',
    run: 'Divide the influence',
    output: 'What is divided',
    ranking: 'The ranking',
    unit: 'Selected unit',
    ofRanking: 'the ranking (mean change of rank)',
    ofUnit: 'the rank of {{unit}}',
    chart: 'Sobol indices of {{subject}}',
    constant: 'In all samples {{subject}} stays the same; there is nothing to divide.',
    input: 'Source',
    first: 'First order',
    firstLow: 'First order 5%',
    firstHigh: 'First order 95%',
    total: 'Total order',
    totalLow: 'Total order 5%',
    totalHigh: 'Total order 95%',
    hint: '{{input}}, {{kind}}: {{value}} ({{low}}–{{high}})',
    summary:
      'Changes of {{subject}} by total order: {{inputs}}. Each by itself, the sources explain {{alone}} together; the rest is interaction.',
    summaryInput: '{{input}} {{value}} ({{low}}–{{high}})',
    explanation:
      'First order: share of the variance that the source explains by itself; total order: with its interactions. Lines are bootstrap intervals (5–95%). With few samples an estimate may fall slightly below 0 or above 1; it is shown as it is.',
  },
  tornado: {
    tab: 'Tornado',
    title: 'One weight at a time',
    empty:
      'Takes one weight at a time down and up and shows what that makes of the score and rank of the selected unit; then leaves out each part in turn.',
    factor: 'Weights ±',
    measure: 'Measure',
    score: 'Score',
    rank: 'Rank',
    run: 'Move one at a time',
    chart: '{{unit}}: one weight at a time',
    down: 'weight −{{share}}',
    up: 'weight +{{share}}',
    hint: '{{node}}: weight −{{share}} gives {{scoreDown}}, rank {{rankDown}}; +{{share}} gives {{scoreUp}}, rank {{rankUp}}',
    node: 'Node',
    scoreDown: 'Score, weight down',
    scoreUp: 'Score, weight up',
    rankDown: 'Rank, weight down',
    rankUp: 'Rank, weight up',
    none: 'There is no weight that could move.',
    summary:
      '{{unit}} scores {{score}}, rank {{rank}}. “{{node}}” moves it most: {{scoreDown}}, rank {{rankDown}} with {{share}} less weight; {{scoreUp}}, rank {{rankUp}} with {{share}} more.',
    first: 'Only the {{shown}} that move it most are drawn, of {{total}}; the table has all.',
    noScore: '{{unit}} has no score.',
    statement:
      'Each weight in turn times 1 ± {{factor}}, its siblings keeping their proportions, locks not asked. Scenario “{{scenario}}”, engine version {{engine}}, no random draws.',
  },
  removal: {
    title: 'Leaving out one at a time',
    without: 'Without',
    meanChange: 'Mean change, all',
    summary:
      'Leaving out any one node (its siblings share its weight) changes the rank of {{unit}} in {{count}} of {{total}} cases.',
  },
  multiverse: {
    tab: 'Methods',
    title: 'Ranks under every method',
    empty:
      'The same data and weights, another method: is it the same ranking? This scores every combination of the methods that are ticked.',
    choices: 'Methods to compare',
    sameTicks:
      'The same list as under “Method choices” on the left; a part without ticks stays as in the workbook.',
    run_one: 'Score {{count}} combination',
    run_other: 'Score all {{count}} combinations',
    oneCombination: 'Tick two choices of at least one part.',
    tooMany: 'Too many combinations: at most {{most}}.',
    cell: '{{unit}}: rank {{rank}} in {{share}} of the combinations',
    summary:
      'Over {{count}} combinations of methods, {{steady}} of {{total}} units always have the same rank. The rank now is framed.',
    best: 'Best rank',
    worst: 'Worst rank',
    range: 'Ranks',
    movers: 'The choice that moves each unit most',
    mover: 'Moved most by',
    noMover: 'No choice changes its rank',
    up: '{{part}}: {{choice}}, {{ranks}} ranks up on average',
    down: '{{part}}: {{choice}}, {{ranks}} ranks down on average',
    statement:
      '{{count}} combinations, each scored once, no random draws. Scenario “{{scenario}}”, engine version {{engine}}. Compared: {{choices}}.',
  },
  attainable: {
    notExcluded: 'ranks not excluded',
    axis: 'Rank',
    title: 'Attainable ranks',
    empty:
      'Changing nothing but weights, how far up and down can each unit go? Every answer comes with the weights that prove it.',
    scope: 'Which weights may change',
    allIndicators: 'Weights of all indicators',
    below: 'Children of “{{node}}”',
    region: 'How far they may change',
    within: 'Within a range',
    anywhere: 'Anywhere',
    spread: 'Each weight ±',
    run: 'Find attainable ranks',
    summary: 'Of {{total}} ranked units, {{count}} can come first by their weights: {{units}}.',
    summaryNone: 'No weights of this range bring any unit to the first rank.',
    unproved:
      'For {{count}} units the search did not reach its end: ranks in the hatched part were neither found nor excluded.',
    range: 'Best–worst',
    best: 'Best rank',
    bestBound: 'Bound of the best rank',
    worst: 'Worst rank',
    worstBound: 'Bound of the worst rank',
    perhapsBest: 'perhaps rank {{rank}}',
    perhapsWorst: 'perhaps down to {{rank}}',
    adopt: 'Adopt weights',
    adoptOf: 'Adopt weights of {{unit}}',
    for: { best: 'Best: weights of rank {{rank}}', worst: 'Worst: weights of rank {{rank}}' },
    intoNew: 'Keep as a new scenario',
    intoThis: 'Write into “{{scenario}}”',
    scenarioName: {
      best: '{{unit}} at best rank {{rank}}',
      worst: '{{unit}} at worst rank {{rank}}',
    },
    scenarioDescription:
      'Weights that give {{unit}} rank {{rank}}, found by the analysis of attainable ranks on “{{scenario}}”.',
    statementAll:
      'The weights of all indicators may change. Scenario “{{scenario}}”, engine version {{engine}}.',
    statementBelow:
      'The weights below “{{node}}” may change. Scenario “{{scenario}}”, engine version {{engine}}.',
    statementWithin: 'Each weight within ±{{spread}} of itself.',
    statementAnywhere: 'Weights may be anything.',
    statementLocked: 'Kept by their locks: {{nodes}}.',
    statementSearch: 'Exact search, no random draws; the units that are ranked stay the same.',
  },
};
