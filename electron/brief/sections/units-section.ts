import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import {
  type NodeStanding,
  unitProfile,
  type UnitProfile,
} from '../../../shared/model/unit-profile.ts';
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
import { cellMarks, markLegend } from '../cell-marks.ts';
import type { ProfileChart } from '../charts/chart-spec.ts';
import { wordings } from '../wording.ts';

const PROFILE_WIDTH = 250;
const ROW_HEIGHT = 17;
/** Pages for more units than this would bury the brief; the table of data has them all. */
const MOST_UNITS = 60;
const MOST_STRENGTHS = 3;

export function unitsSection(facts: BriefFacts): {
  section: UnitsSection;
  charts: Record<string, ProfileChart>;
} {
  const { view, index, language } = facts;
  const words = wordings[language].units;
  const printed = view.ranked.slice(0, MOST_UNITS);
  const profiles = printed.map((unit) =>
    unitProfile(index, view, unit, (code) => !Number.isNaN(facts.cell(unit, code).value)),
  );
  const axis = axisFor(
    profiles.flatMap(({ dimensions }) =>
      dimensions.flatMap(({ value, medianOfOthers }) => [value, medianOfOthers]),
    ),
  );
  const fileOf = (position: number) => `profile-${position + 1}`;
  return {
    charts: Object.fromEntries(
      profiles.map((profile, position) => [fileOf(position), profileChart(facts, profile, axis)]),
    ),
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
      legend: markLegend(facts),
      units: profiles.map((profile, position) => unitPage(facts, profile, fileOf(position), axis)),
    },
  };
}

function profileChart({ dimensions }: BriefFacts, profile: UnitProfile, axis: Axis): ProfileChart {
  const orNull = (value: number) => (Number.isNaN(value) ? null : value);
  const standings = standingsByNode(profile.dimensions);
  return {
    kind: 'profile',
    width: PROFILE_WIDTH,
    rowHeight: ROW_HEIGHT,
    axis,
    rows: dimensions.map(({ code, colour }) => ({
      colour,
      value: orNull(standings.get(code)?.value ?? NaN),
      median: orNull(standings.get(code)?.medianOfOthers ?? NaN),
    })),
  };
}

function unitPage(facts: BriefFacts, profile: UnitProfile, file: string, axis: Axis): UnitPage {
  const { view, language } = facts;
  const { unit } = profile;
  const words = wordings[language].units;
  const name = facts.names.unit(unit);
  const standings = standingsByNode(profile.dimensions);
  const againstMedian = ({ node, value, medianOfOthers }: NodeStanding) =>
    words.against(facts.names.node(node), formatScore(value), formatScore(medianOfOthers));
  return {
    name,
    rank: `${view.result.rank[view.unitPosition(unit)] ?? ''}`,
    figures: figuresOf(facts, unit),
    profile: {
      file,
      description: words.chart(name),
      rowHeight: ROW_HEIGHT,
      rows: facts.dimensions.map(({ code, name: dimension, colour }) => {
        const value = standings.get(code)?.value ?? NaN;
        return {
          name: dimension,
          colour,
          score: Number.isNaN(value) ? words.noValue : formatScore(value),
          coverage: formatPercent(standings.get(code)?.coverage ?? NaN),
        };
      }),
      ticks: axis.ticks.map((tick) => ({ at: placeOn(axis, tick), label: formatValue(tick) })),
    },
    strengths: profile.strengths.slice(0, MOST_STRENGTHS).map(againstMedian),
    weaknesses: profile.weaknesses.slice(0, MOST_STRENGTHS).map(againstMedian),
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

function standingsByNode(standings: readonly NodeStanding[]): ReadonlyMap<NodeCode, NodeStanding> {
  return new Map(standings.map((standing) => [standing.node, standing]));
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
    marks: cellMarks(cell),
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
