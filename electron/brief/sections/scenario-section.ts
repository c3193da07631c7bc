import { effectiveOverrides } from '../../../shared/model/effective-overrides.ts';
import { indexFramework } from '../../../shared/model/framework-index.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { Framework } from '../../../shared/model/framework.ts';
import type { Override } from '../../../shared/model/scenario.ts';
import type { ResultView } from '../../../shared/model/result-view.ts';
import { formatScore, formatScoreDifference, MISSING_MARK } from '../../../shared/text/numbers.ts';
import { overrideInWords } from '../../../shared/text/override-in-words.ts';
import type { ScenarioSection, SlopeLabel } from '../brief.ts';
import type { BriefFacts } from '../brief-facts.ts';
import type { RankSlopeChart } from '../charts/chart-spec.ts';
import { wordings } from '../wording.ts';

const SLOPE_WIDTH = 130;
const ROW_HEIGHT = 16;
/** More lines than this are a tangle: the table alone tells. */
const MOST_LINES = 40;

export function scenarioSection(facts: BriefFacts): {
  section: ScenarioSection;
  charts: Record<string, RankSlopeChart>;
} {
  const { language, baseline, view, scenario } = facts;
  const words = wordings[language].scenario;
  const title = wordings[language].section.scenario;
  if (baseline === null) {
    return { charts: {}, section: { ...NOTHING, title, introduction: words.baseline } };
  }
  const changes = changesInWords(facts, baseline);
  const name = scenario?.name ?? '';
  const units = [...view.ranked, ...baseline.ranked.filter((unit) => rankIn(view, unit) === 0)];
  const drawn = units.length > 0 && units.length <= MOST_LINES;
  const chart = slopeChart(baseline, view);
  return {
    charts: drawn ? { 'rank-slope': chart } : {},
    section: {
      kind: 'scenario',
      title,
      introduction: changes.length === 0 ? words.noChange(name) : words.introduction(name),
      description: scenario?.description ?? '',
      changesTitle: words.changesTitle,
      changes,
      ranksTitle: words.ranksTitle,
      slope: drawn
        ? {
            file: 'rank-slope',
            description: words.chart(units.length),
            rowHeight: ROW_HEIGHT,
            before: words.before,
            after: words.after(name),
            left: labels(facts, baseline, view),
            right: labels(facts, view, baseline),
          }
        : null,
      table: {
        head: words.head,
        rows: units.map((unit) => comparisonRow(facts, baseline, unit)),
      },
    },
  };
}

const NOTHING = {
  kind: 'scenario',
  description: '',
  changesTitle: '',
  changes: [],
  ranksTitle: '',
  slope: null,
  table: null,
} as const;

function changesInWords(facts: BriefFacts, baseline: ResultView): string[] {
  const { content, names, view } = facts;
  const { framework, grid, baselineMethod, request, scenarios } = content;
  const index = indexFramework(framework);
  const rows = new Map(grid.units.map((unit, row) => [unit, row]));
  const columns = new Map(grid.indicators.map((indicator, column) => [indicator, column]));
  const shareIn = (of: ResultView) => (node: NodeCode) =>
    of.result.localShare[of.nodePosition(node)] ?? NaN;
  const overrides = effectiveOverrides(scenarios, request.scenario);
  return inReadingOrder(overrides, framework).flatMap((override) =>
    overrideInWords(override, {
      names,
      shareBefore: shareIn(baseline),
      shareAfter: shareIn(view),
      methodBefore: baselineMethod,
      valueBefore: (unit, indicator) => {
        const row = rows.get(unit);
        const column = columns.get(indicator);
        if (row === undefined || column === undefined) return NaN;
        return grid.baselineValues[row * grid.indicators.length + column] ?? NaN;
      },
      indicatorType: (code) => index.byCode.get(code)?.indicator?.type ?? 'amount',
      unitOfMeasure: (code) => facts.measure(code).unitOfMeasure,
    }),
  );
}

const KINDS = ['method', 'unit-inclusion', 'node-inclusion', 'weight', 'value'] as const;

/** By kind; within a kind in the order of the framework. */
function inReadingOrder(overrides: readonly Override[], framework: Framework): Override[] {
  const position = new Map(framework.nodes.map(({ code }, place) => [code, place]));
  const placeOf = (override: Override): number => {
    switch (override.kind) {
      case 'weight':
      case 'node-inclusion':
        return position.get(override.node) ?? 0;
      case 'value':
        return position.get(override.indicator) ?? 0;
      default:
        return 0;
    }
  };
  return overrides.toSorted(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || placeOf(a) - placeOf(b),
  );
}

function rankIn(view: ResultView, unit: UnitCode): number {
  return view.result.rank[view.unitPosition(unit)] ?? 0;
}

/** Tied units stand below each other, so that no two labels share a place. */
function slopeChart(before: ResultView, after: ResultView): RankSlopeChart {
  const places = new Map(after.ranked.map((unit, place) => [unit, place]));
  return {
    kind: 'rank-slope',
    width: SLOPE_WIDTH,
    rowHeight: ROW_HEIGHT,
    places: Math.max(before.ranked.length, after.ranked.length),
    lines: before.ranked.flatMap((unit, from) => {
      const to = places.get(unit);
      if (to === undefined) return [];
      return [{ from, to, moved: rankIn(before, unit) !== rankIn(after, unit) }];
    }),
  };
}

function labels(facts: BriefFacts, view: ResultView, other: ResultView): SlopeLabel[] {
  return view.ranked.map((unit) => ({
    rank: `${rankIn(view, unit)}`,
    unit: facts.names.unit(unit),
    score: formatScore(view.result.score[view.unitPosition(unit)] ?? NaN),
    moved: rankIn(view, unit) !== rankIn(other, unit),
  }));
}

function comparisonRow(facts: BriefFacts, baseline: ResultView, unit: UnitCode): string[] {
  const { view } = facts;
  const scoreIn = (of: ResultView) => of.result.score[of.unitPosition(unit)] ?? NaN;
  const rank = (of: ResultView) => (rankIn(of, unit) === 0 ? MISSING_MARK : `${rankIn(of, unit)}`);
  return [
    facts.names.unit(unit),
    rank(baseline),
    rank(view),
    formatScore(scoreIn(baseline)),
    formatScore(scoreIn(view)),
    formatScoreDifference(scoreIn(view) - scoreIn(baseline)),
  ];
}
