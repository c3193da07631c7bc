import type { UnitCode } from '../../../shared/model/ids.ts';
import { formatScore, formatValue } from '../../../shared/text/numbers.ts';
import { type Axis, axisFor, placeOn } from '../axis.ts';
import type { ContributionsSection } from '../brief.ts';
import type { BriefFacts } from '../brief-facts.ts';
import type { ContributionChart } from '../charts/chart-spec.ts';
import { chunks } from '../chunks.ts';
import { wordings } from '../wording.ts';

const CHART_WIDTH = 318;
const ROW_HEIGHT = 24;
/** Rows that fit on one page together with axis and legend. */
const MOST_ROWS = 26;
/** Of a score that does not divide into dimensions. */
const PLAIN_COLOUR = '#5b6472';

export function contributionsSection(facts: BriefFacts): {
  section: ContributionsSection;
  charts: Record<string, ContributionChart>;
} {
  const { view, language, dimensions } = facts;
  const { result } = view;
  const words = wordings[language].contributions;
  const ranked = view.ranked;
  const additive = ranked.every((unit) =>
    dimensions.every(({ code }) => !Number.isNaN(view.contribution(code, unit))),
  );
  const partsOf = (unit: UnitCode) =>
    additive
      ? dimensions.map(({ code }) => view.contribution(code, unit))
      : [result.score[view.unitPosition(unit)] ?? NaN];
  const axis = axisFor(
    ranked.flatMap((unit) => {
      const at = view.unitPosition(unit);
      return [
        result.scoreLow[at] ?? NaN,
        result.scoreHigh[at] ?? NaN,
        sumOf(partsOf(unit).filter((part) => part > 0)),
        sumOf(partsOf(unit).filter((part) => part < 0)),
      ];
    }),
  );

  const charts: Record<string, ContributionChart> = {};
  const pages = chunks(ranked, MOST_ROWS).map((units, page) => {
    const file = `contributions-${page + 1}`;
    charts[file] = {
      kind: 'contributions',
      width: CHART_WIDTH,
      rowHeight: ROW_HEIGHT,
      axis,
      colours: additive ? dimensions.map(({ colour }) => colour) : [PLAIN_COLOUR],
      rows: units.map((unit) => {
        const at = view.unitPosition(unit);
        return {
          parts: partsOf(unit),
          low: result.scoreLow[at] ?? NaN,
          high: result.scoreHigh[at] ?? NaN,
        };
      }),
    };
    return {
      file,
      description: additive ? words.chart(units.length) : words.chartPlain(units.length),
      rowHeight: ROW_HEIGHT,
      rows: units.map((unit) => {
        const at = view.unitPosition(unit);
        return {
          rank: `${result.rank[at] ?? ''}`,
          unit: facts.names.unit(unit),
          score: formatScore(result.score[at] ?? NaN),
        };
      }),
      ticks: ticksOf(axis),
    };
  });

  return {
    charts,
    section: {
      kind: 'contributions',
      title: wordings[language].section.contributions,
      legend: additive
        ? dimensions.map(({ name, colour }) => ({ name, colour }))
        : [{ name: words.score, colour: PLAIN_COLOUR }],
      intervalLegend: words.interval,
      charts: pages,
      table:
        additive && ranked.length > 0
          ? {
              title: words.tableTitle,
              unit: words.unit,
              total: words.total,
              rows: ranked.map((unit) => ({
                unit: facts.names.unit(unit),
                parts: partsOf(unit).map(formatScore),
                total: formatScore(result.score[view.unitPosition(unit)] ?? NaN),
              })),
            }
          : null,
      notes:
        ranked.length === 0 ? [words.none] : [additive ? words.noteSum : words.noteNotAdditive],
    },
  };
}

function ticksOf(axis: Axis): { at: number; label: string }[] {
  return axis.ticks.map((tick) => ({ at: placeOn(axis, tick), label: formatValue(tick) }));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
