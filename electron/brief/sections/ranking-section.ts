import type { UnitCode } from '../../../shared/model/ids.ts';
import { noneRankedInWords } from '../../../shared/text/key-findings.ts';
import {
  formatPercent,
  formatRankInterval,
  formatScore,
  formatScoreInterval,
  formatSharePercent,
  formatValue,
} from '../../../shared/text/numbers.ts';
import { axisFor, type Axis, placeOn } from '../axis.ts';
import type { NotRanked, RankingRow, RankingSection } from '../brief.ts';
import type { BriefFacts } from '../brief-facts.ts';
import { wordings } from '../wording.ts';

/** Names of missing indicators that stand in one cell of the table; the rest is counted. */
const MOST_LACKING_NAMED = 4;

export function rankingSection(facts: BriefFacts): RankingSection {
  const { view, language } = facts;
  const { result } = view;
  const words = wordings[language].ranking;
  const positions = view.ranked.map((unit) => view.unitPosition(unit));
  const axis = axisFor(
    positions.flatMap((at) => [result.scoreLow[at] ?? NaN, result.scoreHigh[at] ?? NaN]),
  );
  const { plausible } = result;
  return {
    kind: 'ranking',
    title: wordings[language].section.ranking,
    empty:
      view.ranked.length === 0
        ? noneRankedInWords({
            view,
            minCoverage: facts.content.method.minCoverage,
            names: facts.names,
          })
        : '',
    head: {
      rank: words.rank,
      unit: words.unit,
      score: words.score,
      interval: words.interval,
      plausible: plausible === null ? '' : words.plausible,
      certain: words.certain,
      coverage: words.coverage,
      movement: facts.baseline === null ? '' : words.movement,
    },
    axis: { low: formatValue(axis.low), high: formatValue(axis.high) },
    rows: view.ranked.map((unit) => rankingRow(facts, unit, axis)),
    notRanked: notRanked(facts),
    notes: [
      words.noteInterval,
      plausible === null
        ? words.noPlausible
        : words.notePlausible(formatValue(plausible.draws), `${plausible.seed}`),
      words.noteCoverage,
      ...(result.imputed.some((flag) => flag === 1) ? [words.noteImputed] : []),
    ],
  };
}

function rankingRow(facts: BriefFacts, unit: UnitCode, axis: Axis): RankingRow {
  const { view } = facts;
  const { result } = view;
  const at = view.unitPosition(unit);
  const score = result.score[at] ?? NaN;
  const low = result.scoreLow[at] ?? NaN;
  const high = result.scoreHigh[at] ?? NaN;
  const coverage = result.coverage[at] ?? NaN;
  return {
    rank: `${result.rank[at] ?? ''}`,
    unit: facts.names.unit(unit),
    score: formatScore(score),
    interval: formatScoreInterval(low, high),
    place: { low: placeOn(axis, low), value: placeOn(axis, score), high: placeOn(axis, high) },
    plausible: formatRankInterval(result.plausible?.low[at] ?? 0, result.plausible?.high[at] ?? 0),
    certain: formatRankInterval(result.rankBest[at] ?? 0, result.rankWorst[at] ?? 0),
    coverage: formatPercent(coverage),
    coverageShare: Number.isNaN(coverage) ? 0 : coverage,
    movement: movement(facts, unit),
  };
}

function movement({ view, baseline, language }: BriefFacts, unit: UnitCode): string {
  if (baseline === null) return '';
  const words = wordings[language].ranking;
  const before = baseline.result.rank[baseline.unitPosition(unit)] ?? 0;
  const after = view.result.rank[view.unitPosition(unit)] ?? 0;
  if (before === 0) return words.entered;
  if (before === after) return words.same;
  return after < before ? words.up(before - after) : words.down(after - before);
}

function notRanked(facts: BriefFacts): NotRanked | null {
  const { view, language } = facts;
  const { result } = view;
  if (view.notRanked.length === 0) return null;
  const words = wordings[language].ranking;
  return {
    title: words.notRankedTitle,
    head: {
      unit: words.unit,
      score: words.score,
      coverage: words.coverage,
      lacking: words.lacking,
    },
    rows: view.notRanked.map((unit) => {
      const at = view.unitPosition(unit);
      const coverage = result.coverage[at] ?? 0;
      return {
        unit: facts.names.unit(unit),
        score: formatScore(result.score[at] ?? NaN),
        // One decimal: 24.8% must not look like the threshold of 25%.
        coverage: formatSharePercent(coverage),
        coverageShare: coverage,
        lacking: lacking(facts, unit),
      };
    }),
  };
}

/** The heaviest missing indicators by name, and how much weight is missing in all. */
function lacking(facts: BriefFacts, unit: UnitCode): string {
  const { view, language } = facts;
  const words = wordings[language].ranking;
  const weightOf = (row: number) => view.result.effectiveWeight[row] ?? 0;
  const missing = facts.indicators
    .filter(({ code }) => Number.isNaN(facts.cell(unit, code).value))
    .map(({ code }) => ({ code, weight: weightOf(view.nodePosition(code)) }))
    .toSorted((a, b) => b.weight - a.weight);
  if (missing.length === 0) return words.lackingNothing;
  const share = formatSharePercent(missing.reduce((sum, each) => sum + each.weight, 0));
  const named = missing
    .slice(0, MOST_LACKING_NAMED)
    .map(({ code, weight }) =>
      words.weighted(facts.officialNames.node(code), formatSharePercent(weight)),
    )
    .join(wordings[language].comma);
  return missing.length > MOST_LACKING_NAMED
    ? words.lackingSome(named, missing.length, share)
    : words.lackingAll(named, share);
}
