import { compareUnits } from '../model/compare-units.ts';
import type { EvidenceCounts } from '../model/evidence-counts.ts';
import type { FrameworkIndex } from '../model/framework-index.ts';
import type { UnitCode } from '../model/ids.ts';
import type { ResultView } from '../model/result-view.ts';
import { comparisonInWords } from './comparison-in-words.ts';
import { enumerate, listInWords } from './lists.ts';
import type { Names } from './names.ts';
import {
  formatPercent,
  formatRankInterval,
  formatScore,
  formatScoreInterval,
  formatSharePercent,
} from './numbers.ts';
import { counted } from './plural.ts';
import { rankChangeInWords } from './rank-change-in-words.ts';

export interface FindingsInput {
  readonly index: FrameworkIndex;
  readonly view: ResultView;
  readonly evidence: EvidenceCounts;
  /** Units below are not ranked. */
  readonly minCoverage: number;
  /** null: the result is the baseline's own. */
  readonly baseline: ResultView | null;
  readonly names: Names;
}

/** What is known and what is not, in one sentence each; the rest of the findings stands on it. */
export function knownInWords(input: FindingsInput): string[] {
  const { view, evidence, minCoverage, names } = input;
  const words = WORDS[names.language];
  const share = formatPercent(evidence.cells === 0 ? 0 : evidence.present / evidence.cells);
  const ranked = view.ranked.length;
  const notRanked = view.notRanked.length;
  const threshold = formatSharePercent(minCoverage);
  return [
    words.known(evidence.units, evidence.indicators, evidence.cells, evidence.present, share),
    ranked === 0
      ? noneRankedInWords(input)
      : notRanked === 0
        ? words.allRanked(ranked)
        : words.someRanked(threshold, ranked, notRanked),
  ];
}

/** Why nobody has a rank: nothing is known, too little is, or nothing tells one unit from another. */
export function noneRankedInWords({
  view: { result },
  minCoverage,
  names,
}: Pick<FindingsInput, 'view' | 'minCoverage' | 'names'>): string {
  const words = WORDS[names.language];
  const most = Math.max(0, ...result.coverage);
  if (most === 0) return words.noneKnown;
  if (most < minCoverage) return words.noneCovered(formatSharePercent(minCoverage));
  return result.units.length === 1 ? words.onlyOne : words.allAlike;
}

/**
 * The findings of a ranking in sentences: what is known, who leads and by what, what can be told apart, who leads in each
 * dimension, what the evidence is like, what the scenario changes.
 */
export function keyFindings(input: FindingsInput): string[] {
  return [
    ...knownInWords(input),
    ...leaderInWords(input),
    ...neighboursInWords(input),
    ...separabilityInWords(input),
    ...dimensionLeadersInWords(input),
    ...evidenceInWords(input),
    ...scenarioInWords(input),
  ];
}

/** More than this is a table, not a sentence. */
const MOST_LISTED = 6;

function leaderInWords({ view, names }: FindingsInput): string[] {
  const words = WORDS[names.language];
  const { result } = view;
  const [first] = view.ranked;
  if (first === undefined) return [];
  const at = view.unitPosition(first);
  const score = formatScore(result.score[at] ?? NaN);
  const tied = view.ranked.filter((unit) => result.rank[view.unitPosition(unit)] === 1);
  if (tied.length > 1) {
    return [words.tiedLeaders(listInWords(names.language, tied.map(names.unit)), score)];
  }
  const scores = formatScoreInterval(result.scoreLow[at] ?? NaN, result.scoreHigh[at] ?? NaN);
  const coverage = formatPercent(result.coverage[at] ?? NaN);
  const { plausible } = result;
  return [
    plausible === null
      ? words.leader(
          names.unit(first),
          score,
          scores,
          formatRankInterval(result.rankBest[at] ?? 0, result.rankWorst[at] ?? 0),
          coverage,
        )
      : words.leaderWithDraws(
          names.unit(first),
          score,
          scores,
          formatRankInterval(plausible.low[at] ?? 0, plausible.high[at] ?? 0),
          coverage,
        ),
  ];
}

function neighboursInWords({ index, view, names }: FindingsInput): string[] {
  const [first, second] = view.ranked;
  if (first === undefined || second === undefined) return [];
  return [comparisonInWords(compareUnits(index, view, first, second), names)];
}

function separabilityInWords({ index, view, names }: FindingsInput): string[] {
  const words = WORDS[names.language];
  const { ranked } = view;
  if (ranked.length < 3) return [];
  const pairs = ranked.slice(1).map((lower, position) => {
    const higher = ranked[position] as UnitCode;
    return compareUnits(index, view, higher, lower);
  });
  const separable = pairs.filter((pair) => pair.separation !== 'none');
  if (separable.length === 0) return [words.noneSeparable(pairs.length)];
  const list = separable.map((pair) => words.pair(names.unit(pair.higher), names.unit(pair.lower)));
  return [
    list.length > MOST_LISTED
      ? words.manySeparable(pairs.length, separable.length)
      : words.someSeparable(pairs.length, separable.length, enumerate(names.language, list)),
  ];
}

function dimensionLeadersInWords({ index, view, names }: FindingsInput): string[] {
  const words = WORDS[names.language];
  if (view.ranked.length < 2) return [];
  const leaders = index.dimensions.flatMap(({ code }) => {
    const scored = view.ranked.filter((unit) => !Number.isNaN(view.value(code, unit)));
    const best = Math.max(...scored.map((unit) => view.value(code, unit)));
    const leading = scored.filter((unit) => view.value(code, unit) === best);
    if (leading.length === 0) return [];
    return [
      words.dimensionLeader(
        names.node(code),
        listInWords(names.language, leading.map(names.unit)),
        formatScore(best),
      ),
    ];
  });
  return leaders.length === 0
    ? []
    : [words.dimensionLeaders(leaders.join(words.dimensionSeparator))];
}

/** What the adopted values are worth, and which indicators have none. */
export function evidenceInWords({
  view,
  index,
  evidence,
  names,
}: Pick<FindingsInput, 'view' | 'index' | 'evidence' | 'names'>): string[] {
  const words = WORDS[names.language];
  const { result } = view;
  const empty = index.indicators.filter(({ code }) => {
    const row = view.nodePosition(code);
    if (row < 0) return false;
    return result.units.every((unit) => Number.isNaN(view.value(code, unit)));
  });
  const weight = empty.reduce(
    (sum, { code }) => sum + (result.effectiveWeight[view.nodePosition(code)] ?? 0),
    0,
  );
  return [
    ...(empty.length > 0 ? [words.emptyIndicators(empty.length, formatPercent(weight))] : []),
    ...(evidence.present > 0
      ? [
          words.evidence(
            evidence.present,
            evidence.proxy,
            evidence.outOfTimeWindow,
            evidence.timeUnknown,
            evidence.conflict,
          ),
        ]
      : []),
  ];
}

function scenarioInWords({ view, baseline, names }: FindingsInput): string[] {
  if (baseline === null) return [];
  const words = WORDS[names.language];
  const changes = [...new Set([...view.ranked, ...baseline.ranked])].flatMap(
    (unit) => rankChangeInWords(unit, baseline, view, names) ?? [],
  );
  if (changes.length === 0) return [words.sameRanks];
  const listed = changes.slice(0, MOST_LISTED).join(words.changeSeparator);
  return [
    changes.length > MOST_LISTED
      ? words.manyChangedRanks(changes.length, listed)
      : words.changedRanks(listed),
  ];
}

const WORDS = {
  zh: {
    known: (units: number, indicators: number, cells: number, present: number, share: string) =>
      `${units} 个评价对象、${indicators} 项指标，共 ${cells} 格，其中 ${present} 格有采用值（${share}）。`,
    allRanked: (ranked: number) => `${ranked} 个对象全部参与排名。`,
    someRanked: (threshold: string, ranked: number, notRanked: number) =>
      `覆盖率不低于 ${threshold} 的 ${ranked} 个对象参与排名，另外 ${notRanked} 个不排名。`,
    noneKnown: '没有任何采用值，因此不作排名。',
    noneCovered: (threshold: string) => `没有对象的覆盖率达到 ${threshold}，因此不作排名。`,
    onlyOne: '只有一个对象，无从比较，因此不作排名。',
    allAlike: '有值的各项指标上，所有对象都相同，无从比较，因此不作排名。',
    leader: (unit: string, score: string, scores: string, ranks: string, coverage: string) =>
      `${unit}以 ${score} 列第 1，得分区间 ${scores}，名次区间 ${ranks}，覆盖率 ${coverage}。`,
    leaderWithDraws: (
      unit: string,
      score: string,
      scores: string,
      ranks: string,
      coverage: string,
    ) =>
      `${unit}以 ${score} 列第 1，得分区间 ${scores}，名次区间 ${ranks}（5–95%），覆盖率 ${coverage}。`,
    tiedLeaders: (units: string, score: string) => `${units}得分同为 ${score}，并列第 1。`,
    pair: (higher: string, lower: string) => `${higher}与${lower}`,
    noneSeparable: (pairs: number) => `相邻名次共 ${pairs} 对，每一对的区间都重叠，先后不可分。`,
    someSeparable: (pairs: number, separable: number, list: string) =>
      `相邻名次共 ${pairs} 对，其中 ${separable} 对的区间不重叠：${list}；其余不可分。`,
    manySeparable: (pairs: number, separable: number) =>
      `相邻名次共 ${pairs} 对，其中 ${separable} 对的区间不重叠；其余不可分。`,
    dimensionSeparator: '；',
    dimensionLeader: (dimension: string, units: string, score: string) =>
      `${dimension}，${units} ${score}`,
    dimensionLeaders: (list: string) => `各维度在已有指标上得分最高的对象：${list}。`,
    emptyIndicators: (count: number, weight: string) =>
      `${count} 项指标没有可用的数值，占权重的 ${weight}。`,
    evidence: (
      present: number,
      proxy: number,
      outside: number,
      timeUnknown: number,
      conflict: number,
    ) =>
      `${present} 个采用值中，替代口径 ${proxy} 个，超出时间要求 ${outside} 个，时间无法判定 ${timeUnknown} 个，另有不一致候选值的 ${conflict} 个。`,
    sameRanks: '名次与基准情景相同。',
    changeSeparator: '，',
    changedRanks: (changes: string) => `与基准情景相比：${changes}。`,
    manyChangedRanks: (count: number, first: string) =>
      `与基准情景相比，${count} 个对象的名次改变，按名次依次为：${first}，等。`,
  },
  en: {
    known: (units: number, indicators: number, cells: number, present: number, share: string) =>
      `${counted(units, 'unit', 'units')} and ${counted(indicators, 'indicator', 'indicators')} make ${counted(cells, 'cell', 'cells')}; adopted values fill ${present} (${share}).`,
    allRanked: (ranked: number) =>
      ranked === 1 ? 'The one unit is ranked.' : `All ${ranked} units are ranked.`,
    someRanked: (threshold: string, ranked: number, notRanked: number) =>
      `Ranked, with a coverage of at least ${threshold}: ${counted(ranked, 'unit', 'units')}; not ranked: ${notRanked}.`,
    noneKnown: 'No value is adopted, so there is no ranking.',
    noneCovered: (threshold: string) =>
      `No unit reaches a coverage of ${threshold}, so there is no ranking.`,
    onlyOne: 'There is only one unit and nothing to compare it with, so there is no ranking.',
    allAlike:
      'On every indicator with values all units are alike, so there is nothing to compare and no ranking.',
    leader: (unit: string, score: string, scores: string, ranks: string, coverage: string) =>
      `${unit} is first with ${score}; score interval ${scores}, rank interval ${ranks}, coverage ${coverage}.`,
    leaderWithDraws: (
      unit: string,
      score: string,
      scores: string,
      ranks: string,
      coverage: string,
    ) =>
      `${unit} is first with ${score}; score interval ${scores}, rank interval ${ranks} (5–95%), coverage ${coverage}.`,
    tiedLeaders: (units: string, score: string) => `${units} share the first rank with ${score}.`,
    pair: (higher: string, lower: string) => `${higher} above ${lower}`,
    noneSeparable: (pairs: number) =>
      `In none of the ${pairs} pairs of neighbours in the ranking do the intervals lie apart: their order is not separable.`,
    someSeparable: (pairs: number, separable: number, list: string) =>
      `Pairs of neighbours in the ranking whose intervals lie apart: ${separable} of ${pairs} (${list}); the others are not separable.`,
    manySeparable: (pairs: number, separable: number) =>
      `Pairs of neighbours in the ranking whose intervals lie apart: ${separable} of ${pairs}; the others are not separable.`,
    dimensionSeparator: '; ',
    dimensionLeader: (dimension: string, units: string, score: string) =>
      `${dimension}, ${units} ${score}`,
    dimensionLeaders: (list: string) =>
      `Highest score by dimension, over the indicators present: ${list}.`,
    emptyIndicators: (count: number, weight: string) =>
      `Without any usable value: ${counted(count, 'indicator', 'indicators')}, ${weight} of the weight.`,
    evidence: (
      present: number,
      proxy: number,
      outside: number,
      timeUnknown: number,
      conflict: number,
    ) =>
      `Adopted values: ${present}; of these proxies ${proxy}, outside the time rule ${outside}, of a date that cannot be judged ${timeUnknown}, with candidates that differ ${conflict}.`,
    sameRanks: 'The ranks are those of the baseline scenario.',
    changeSeparator: ', ',
    changedRanks: (changes: string) => `Compared with the baseline scenario: ${changes}.`,
    manyChangedRanks: (count: number, first: string) =>
      `Compared with the baseline scenario the ranks of ${count} units change; the first in the ranking: ${first}.`,
  },
} as const;
