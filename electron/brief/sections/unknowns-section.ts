import type { FrameworkNode } from '../../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { evidenceInWords } from '../../../shared/text/key-findings.ts';
import { formatPercent, formatSharePercent } from '../../../shared/text/numbers.ts';
import type { SimpleTable, UnknownsSection } from '../brief.ts';
import type { BriefCell, BriefFacts } from '../brief-facts.ts';
import type { EvidenceMapChart, EvidenceMark } from '../charts/chart-spec.ts';
import { chunks } from '../chunks.ts';
import { wordings } from '../wording.ts';

const MAP_WIDTH = 370;
const WIDEST_COLUMN = 13;
const ROW_HEIGHT = 13;
const MOST_ROWS = 40;
/** Narrower squares cannot be told apart on paper. */
const MOST_COLUMNS = 90;
const MOST_MAP_UNITS = 200;
const MOST_TABLE_ROWS = 100;

export function unknownsSection(facts: BriefFacts): {
  section: UnknownsSection;
  charts: Record<string, EvidenceMapChart>;
} {
  const { language, evidence, units, indicators } = facts;
  const words = wordings[language].unknowns;
  const { map, charts } = evidenceMap(facts);
  const overridden = evidence.overridden > 0 ? [words.overridden(evidence.overridden)] : [];
  return {
    charts,
    section: {
      kind: 'unknowns',
      title: wordings[language].section.unknowns,
      summary: [
        ...(evidence.present === 0 ? [words.noEvidence] : []),
        ...evidenceInWords({
          index: facts.index,
          view: facts.view,
          evidence,
          names: facts.names,
        }),
        ...overridden,
      ],
      noMap:
        map === null && units.length > 0 && indicators.length > 0
          ? words.noMap(MOST_MAP_UNITS, MOST_COLUMNS, units.length, indicators.length)
          : '',
      map,
      proxies: proxies(facts),
      outside: datedCells(facts, words.outsideTitle, (cell) => cell.outOfTimeWindow),
      timeUnknown: datedCells(facts, words.timeUnknownTitle, (cell) => cell.timeUnknown),
      empty: emptyIndicators(facts),
    },
  };
}

function evidenceMap(facts: BriefFacts): {
  map: UnknownsSection['map'];
  charts: Record<string, EvidenceMapChart>;
} {
  const { language, indicators, dimensions, units } = facts;
  const words = wordings[language].unknowns;
  const charts: Record<string, EvidenceMapChart> = {};
  const printable =
    units.length > 0 &&
    units.length <= MOST_MAP_UNITS &&
    indicators.length > 0 &&
    indicators.length <= MOST_COLUMNS;
  if (!printable) return { map: null, charts };
  const columnWidth = Math.min(WIDEST_COLUMN, MAP_WIDTH / indicators.length);
  const pages = chunks(units, MOST_ROWS).map((rows, page) => {
    const file = `evidence-map-${page + 1}`;
    charts[file] = {
      kind: 'evidence-map',
      columnWidth,
      rowHeight: ROW_HEIGHT,
      columns: indicators.length,
      marks: rows.map((unit) => indicators.map(({ code }) => markOf(facts.cell(unit, code)))),
      outside: rows.map((unit) =>
        indicators.map(({ code }) => facts.cell(unit, code).outOfTimeWindow),
      ),
    };
    return {
      file,
      description: words.map(rows.length, indicators.length),
      rowHeight: ROW_HEIGHT,
      rows: rows.map((unit) => ({
        unit: facts.names.unit(unit),
        coverage: formatPercent(facts.view.result.coverage[facts.view.unitPosition(unit)] ?? NaN),
      })),
    };
  });
  return {
    charts,
    map: {
      title: words.mapTitle,
      legend: [
        { mark: 'exact', name: words.exact },
        { mark: 'proxy', name: words.proxy },
        ...(facts.evidence.overridden > 0
          ? [{ mark: 'overridden' as const, name: words.overriddenMark }]
          : []),
        { mark: 'missing', name: words.missing },
      ],
      outsideLegend: facts.evidence.outOfTimeWindow > 0 ? words.outsideMark : '',
      coverage: words.coverage,
      columnWidth,
      columns: indicators.map(({ code }) => code),
      groups: dimensions.map(({ code, name, colour }) => ({
        name,
        colour,
        columns: facts.indicatorsOf(code).length,
      })),
      charts: pages,
    },
  };
}

function markOf(cell: BriefCell): EvidenceMark {
  if (Number.isNaN(cell.value)) return 'missing';
  if (cell.overridden) return 'overridden';
  return cell.proxy ? 'proxy' : 'exact';
}

/** Indicators with a series of their own, or at least one proxy. */
function proxies(facts: BriefFacts): SimpleTable | null {
  const { language, units, indicators } = facts;
  const words = wordings[language].unknowns;
  const rows = indicators.flatMap(({ code }) => {
    const cells = units.map((unit) => facts.cell(unit, code));
    const present = cells.filter((cell) => !Number.isNaN(cell.value) && !cell.overridden);
    const standIns = present.filter((cell) => cell.proxy).length;
    if (standIns === 0) return [];
    return [
      [
        `${code} ${facts.officialNames.node(code)}`,
        facts.names.node(code),
        `${present.length}`,
        `${standIns}`,
      ],
    ];
  });
  if (rows.length === 0) return null;
  return {
    title: words.proxiesTitle,
    note: words.proxiesNote,
    head: words.proxiesHead,
    rows: rows.map((cells) => cells.map((text) => ({ text }))),
  };
}

function datedCells(
  facts: BriefFacts,
  title: string,
  concerns: (cell: BriefCell) => boolean,
): SimpleTable | null {
  const { language, units, indicators } = facts;
  const words = wordings[language].unknowns;
  const found: { unit: UnitCode; indicator: NodeCode; cell: BriefCell }[] = [];
  for (const { code } of indicators) {
    for (const unit of units) {
      const cell = facts.cell(unit, code);
      if (concerns(cell) && cell.observation !== null) found.push({ unit, indicator: code, cell });
    }
  }
  if (found.length === 0) return null;
  const left = found.length - MOST_TABLE_ROWS;
  return {
    title,
    note: left > 0 ? `${words.outsideNote}${words.more(left)}` : words.outsideNote,
    head: words.outsideHead,
    rows: found.slice(0, MOST_TABLE_ROWS).map(({ unit, indicator, cell }) => [
      { text: facts.names.unit(unit) },
      { text: `${indicator} ${facts.names.node(indicator)}` },
      { text: cell.observation?.asOf ?? '' },
      { text: facts.measure(indicator).definition.timeRule ?? '' },
      {
        text: '',
        citation: cell.observation === null ? null : facts.citations.cite(cell.observation),
      },
    ]),
  };
}

function emptyIndicators(facts: BriefFacts): SimpleTable | null {
  const { language, view, indicators, index } = facts;
  const words = wordings[language].unknowns;
  const isEmpty = ({ code }: FrameworkNode) =>
    view.result.units.every((unit) => Number.isNaN(view.value(code, unit)));
  const empty = indicators.filter(isEmpty);
  if (empty.length === 0) return null;
  return {
    title: words.emptyTitle,
    note: '',
    head: words.emptyHead,
    rows: empty.map(({ code }) => {
      const dimension = index.dimensions[index.dimensionOf.get(code) ?? -1];
      const weight = view.result.effectiveWeight[view.nodePosition(code)] ?? NaN;
      return [
        { text: `${code} ${facts.officialNames.node(code)}` },
        { text: dimension === undefined ? '' : facts.officialNames.node(dimension.code) },
        { text: formatSharePercent(weight) },
      ];
    }),
  };
}
