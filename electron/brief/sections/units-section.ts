import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import {
  formatPercent,
  formatRankInterval,
  formatScore,
  formatScoreInterval,
  formatSharePercent,
  formatValue,
} from '../../../shared/text/numbers.ts';
import { formatValueWithUnit } from '../../../shared/text/units-of-measure.ts';
import { type Axis, axisFor, placeOn } from '../axis.ts';
import type { Labelled, UnitPage, UnitsSection, ValueRow } from '../brief.ts';
import type { BriefFacts } from '../brief-facts.ts';
import { cellMarks } from '../cell-marks.ts';
import type { ProfileChart } from '../charts/chart-spec.ts';
import { median } from '../median.ts';
import { wordings } from '../wording.ts';

const PROFILE_WIDTH = 250;
const ROW_HEIGHT = 17;
/** Pages for more units than this would bury the brief; the table of data has them all. */
const MOST_UNITS = 60;
const MOST_STRENGTHS = 3;
/** A median of fewer values says nothing about the others. */
const LEAST_VALUES = 3;

export function unitsSection(facts: BriefFacts): {
  section: UnitsSection;
  charts: Record<string, ProfileChart>;
} {
  const { view, language } = facts;
  const words = wordings[language].units;
  const printed = view.ranked.slice(0, MOST_UNITS);
  const axis = axisFor(
    facts.dimensions.flatMap(({ code }) => printed.map((unit) => view.value(code, unit))),
  );
  const medians = new Map(
    [...facts.dimensions, ...facts.indicators].map(({ code }) => [code, medianOf(facts, code)]),
  );
  const charts: Record<string, ProfileChart> = {};
  const units = printed.map((unit, position) => {
    const file = `profile-${position + 1}`;
    charts[file] = profileChart(facts, unit, axis, medians);
    return unitPage(facts, unit, { file, axis, medians });
  });
  return {
    charts,
    section: {
      kind: 'units',
      title: wordings[language].section.units,
      introduction:
        printed.length === 0
          ? words.none
          : printed.length < view.ranked.length
            ? words.introductionSome(printed.length, view.ranked.length)
            : words.introduction(printed.length),
      labels: {
        profile: words.profile,
        median: words.median,
        dimensionScore: words.dimensionScore,
        coverage: words.coverage,
        strengths: words.strengths,
        weaknesses: words.weaknesses,
        values: words.values,
        missing: words.missing,
      },
      valueHead: words.valueHead,
      units,
    },
  };
}

/** Median of a node's values among the ranked units; NaN when too few have one. */
function medianOf({ view }: BriefFacts, node: NodeCode): number {
  const values = view.ranked
    .map((unit) => view.value(node, unit))
    .filter((value) => !Number.isNaN(value));
  return values.length < LEAST_VALUES ? NaN : median(values);
}

function profileChart(
  { view, dimensions }: BriefFacts,
  unit: UnitCode,
  axis: Axis,
  medians: ReadonlyMap<NodeCode, number>,
): ProfileChart {
  const orNull = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    kind: 'profile',
    width: PROFILE_WIDTH,
    rowHeight: ROW_HEIGHT,
    axis,
    rows: dimensions.map(({ code, colour }) => ({
      colour,
      value: orNull(view.value(code, unit)),
      median: orNull(medians.get(code) ?? NaN),
    })),
  };
}

interface PageParts {
  readonly file: string;
  readonly axis: Axis;
  readonly medians: ReadonlyMap<NodeCode, number>;
}

function unitPage(facts: BriefFacts, unit: UnitCode, { file, axis, medians }: PageParts): UnitPage {
  const { view, language } = facts;
  const words = wordings[language].units;
  const name = facts.names.unit(unit);
  const againstMedian = comparedWithMedian(facts, unit, medians);
  return {
    name,
    rank: `${view.result.rank[view.unitPosition(unit)] ?? ''}`,
    figures: figuresOf(facts, unit),
    profile: {
      file,
      description: words.chart(name),
      rowHeight: ROW_HEIGHT,
      rows: facts.dimensions.map(({ code, name: dimension, colour }) => {
        const value = view.value(code, unit);
        return {
          name: dimension,
          colour,
          score: Number.isNaN(value) ? words.noValue : formatScore(value),
          coverage: formatPercent(facts.coverageOf(code, unit)),
        };
      }),
      ticks: axis.ticks.map((tick) => ({ at: placeOn(axis, tick), label: formatValue(tick) })),
    },
    strengths: againstMedian
      .filter(({ difference }) => difference > 0)
      .toSorted((a, b) => b.difference - a.difference)
      .slice(0, MOST_STRENGTHS)
      .map(({ text }) => text),
    weaknesses: againstMedian
      .filter(({ difference }) => difference < 0)
      .toSorted((a, b) => a.difference - b.difference)
      .slice(0, MOST_STRENGTHS)
      .map(({ text }) => text),
    groups: facts.dimensions.flatMap(({ code, name: dimension, colour }) => {
      const rows = facts
        .indicatorsOf(code)
        .filter((indicator) => !Number.isNaN(facts.cell(unit, indicator.code).value))
        .map((indicator) => valueRow(facts, unit, indicator.code));
      return rows.length === 0 ? [] : [{ name: dimension, colour, rows }];
    }),
    missing: missingInWords(facts, unit),
  };
}

function figuresOf({ view, language }: BriefFacts, unit: UnitCode): Labelled[] {
  const { result } = view;
  const words = wordings[language].units;
  const at = view.unitPosition(unit);
  const interval = formatScoreInterval(result.scoreLow[at] ?? NaN, result.scoreHigh[at] ?? NaN);
  const { plausible } = result;
  return [
    {
      label: words.figures.score,
      text: words.scoreWithInterval(formatScore(result.score[at] ?? NaN), interval),
    },
    { label: words.figures.rank, text: `${result.rank[at] ?? ''}` },
    ...(plausible === null
      ? []
      : [
          {
            label: words.figures.plausible,
            text: formatRankInterval(plausible.low[at] ?? 0, plausible.high[at] ?? 0),
          },
        ]),
    {
      label: words.figures.certain,
      text: formatRankInterval(result.rankBest[at] ?? 0, result.rankWorst[at] ?? 0),
    },
    { label: words.figures.coverage, text: formatPercent(result.coverage[at] ?? NaN) },
  ];
}

/** Scaled values of the unit beside the median of the ranked units, where both exist. */
function comparedWithMedian(
  facts: BriefFacts,
  unit: UnitCode,
  medians: ReadonlyMap<NodeCode, number>,
): { difference: number; text: string }[] {
  const words = wordings[facts.language].units;
  return facts.indicators.flatMap(({ code }) => {
    const value = facts.view.value(code, unit);
    const middle = medians.get(code) ?? NaN;
    if (Number.isNaN(value) || Number.isNaN(middle)) return [];
    return [
      {
        difference: value - middle,
        text: words.against(facts.names.node(code), formatScore(value), formatScore(middle)),
      },
    ];
  });
}

function valueRow(facts: BriefFacts, unit: UnitCode, code: NodeCode): ValueRow {
  const { view, language } = facts;
  const cell = facts.cell(unit, code);
  const measure = facts.measure(code);
  return {
    code,
    label: measure.label,
    value: formatValueWithUnit(
      language,
      measure.definition.type,
      cell.value,
      measure.unitOfMeasure,
    ),
    marks: cellMarks(language, cell),
    date: cell.observation?.asOf ?? '',
    normalised: formatScore(view.value(code, unit)),
    contribution: formatScore(view.contribution(code, unit)),
    citation: cell.observation === null ? null : facts.citations.cite(cell.observation),
  };
}

function missingInWords(facts: BriefFacts, unit: UnitCode): string {
  const { view, language } = facts;
  const words = wordings[language];
  const missing = facts.indicators
    .filter(({ code }) => Number.isNaN(facts.cell(unit, code).value))
    .map(({ code }) => {
      const weight = view.result.effectiveWeight[view.nodePosition(code)] ?? NaN;
      return words.ranking.weighted(facts.officialNames.node(code), formatSharePercent(weight));
    });
  return missing.length === 0 ? words.units.missingNone : missing.join(words.comma);
}
