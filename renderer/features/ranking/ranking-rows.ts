import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import { contributionsOfNode, valuesOfNode } from '../../../shared/model/reweighed-scores.ts';
import { separation } from '../../../shared/model/separation.ts';
import type { Breakdown } from './breakdown.ts';

/** What a part of the breakdown adds to a unit's score. */
export interface Part {
  /** Place in the breakdown. */
  readonly part: number;
  readonly contribution: number;
  /** The unit has no value there: what it adds is nothing, not zero. */
  readonly missing: boolean;
}

/** A unit that is ranked. */
export interface RankedRow {
  readonly unit: UnitCode;
  /** Position in the scoring result. */
  readonly position: number;
  readonly rank: number;
  /** Another unit has the same rank. */
  readonly tied: boolean;
  /** Certain bounds of the rank. */
  readonly best: number;
  readonly worst: number;
  /** 5–95 % of the draws; null when not computed. */
  readonly plausible: { readonly low: number; readonly high: number } | null;
  /** Places gained against the reference ranking; `new`: it has no rank there; null: there is no reference. */
  readonly gained: number | 'new' | null;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
  /** null when the aggregation is not additive. */
  readonly parts: readonly Part[] | null;
  /** Ends of the stack of parts: the sum of the negative ones, and of the positive ones. */
  readonly stackLow: number;
  readonly stackHigh: number;
  /** The lowest and the highest part; 0 when none is below or above. */
  readonly partLow: number;
  readonly partHigh: number;
}

/** A unit under the coverage threshold or without any value. */
export interface UnrankedRow {
  readonly unit: UnitCode;
  readonly coverage: number;
  /** NaN: no value at all. */
  readonly low: number;
  readonly high: number;
  /** Indicators without a value, the heaviest first; without those on which nobody differs. */
  readonly lacking: readonly NodeCode[];
  /** It has values, but only on indicators on which all units are alike: nothing can be compared. */
  readonly incomparable: boolean;
}

export interface RankingRows {
  readonly ranked: readonly RankedRow[];
  readonly unranked: readonly UnrankedRow[];
}

/**
 * Rows of the ranking, the first rank first and the not ranked by coverage.
 *
 * @param reference ranking against which places are gained or lost; null: none
 * @param breakdown what the scores are divided into
 * @param indicators leaves of the framework
 */
export function rankingRows(
  result: ScoringResult,
  reference: ScoringResult | null,
  breakdown: Breakdown,
  indicators: readonly NodeCode[],
): RankingRows {
  const nodeAt = new Map(result.nodes.map((node, at) => [node, at]));
  const unitsOfRank = countRanks(result);
  const source: RowSource = {
    result,
    parts: partSources(result, breakdown, nodeAt),
    referenceRank: reference === null ? null : ranksByUnit(reference),
    unitsOfRank,
  };
  const alike = new Set(
    result.notes.flatMap(({ kind, node }) => (kind === 'constant-column' ? [node] : [])),
  );
  const differing = indicators.filter((code) => !alike.has(code));

  const unranked: UnrankedRow[] = [];
  for (const [at, unit] of result.units.entries()) {
    if ((result.rank[at] ?? 0) > 0) continue;
    const coverage = result.coverage[at] ?? 0;
    let lacking: readonly NodeCode[] | null = null;
    unranked.push({
      unit,
      coverage,
      low: result.scoreLow[at] ?? NaN,
      high: result.scoreHigh[at] ?? NaN,
      incomparable: Number.isNaN(result.score[at]) && coverage > 0 && alike.size > 0,
      get lacking() {
        lacking ??= lackingOf(result, nodeAt, differing, at);
        return lacking;
      },
    });
  }
  unranked.sort((a, b) => b.coverage - a.coverage);
  return { ranked: rankedRows(source), unranked };
}

/** By rank, 0 being those without one. */
function countRanks({ rank: ranks, units }: ScoringResult): Int32Array {
  const counts = new Int32Array(units.length + 1);
  for (const rank of ranks) counts[rank] = (counts[rank] ?? 0) + 1;
  return counts;
}

/** In order of rank; tied units in the order of the result. A rank is a place, so that nothing has to be compared. */
function rankedRows(source: RowSource): readonly RankedRow[] {
  const { units, rank: ranks } = source.result;
  const rows: RankedRow[] = [];
  rows.length = units.length - (source.unitsOfRank[0] ?? 0);
  const tiedBefore = new Int32Array(units.length + 1);
  for (const [at, unit] of units.entries()) {
    const rank = ranks[at] ?? 0;
    if (rank === 0) continue;
    rows[rank - 1 + (tiedBefore[rank] ?? 0)] = new RowOfResult(source, unit, at);
    tiedBefore[rank] = (tiedBefore[rank] ?? 0) + 1;
  }
  return rows;
}

/** What the rows of a result have in common. */
interface RowSource {
  readonly result: ScoringResult;
  readonly parts: PartSources;
  /** null: there is no reference. */
  readonly referenceRank: ReadonlyMap<UnitCode, number> | null;
  /** How many units have each rank. */
  readonly unitsOfRank: Int32Array;
}

/**
 * A row that reads from the result what it is asked for: one is made for every unit in every step of a drag, and few of a
 * thousand are in sight.
 */
class RowOfResult implements RankedRow {
  readonly unit: UnitCode;
  readonly position: number;
  readonly rank: number;
  private readonly source: RowSource;
  private known: readonly Part[] | null | undefined;
  private knownExtent: Extent | undefined;

  constructor(source: RowSource, unit: UnitCode, position: number) {
    this.source = source;
    this.unit = unit;
    this.position = position;
    this.rank = source.result.rank[position] ?? 0;
  }

  get tied() {
    return (this.source.unitsOfRank[this.rank] ?? 0) > 1;
  }
  get best() {
    return this.source.result.rankBest[this.position] ?? this.rank;
  }
  get worst() {
    return this.source.result.rankWorst[this.position] ?? this.rank;
  }
  get plausible() {
    const { plausible } = this.source.result;
    if (plausible === null) return null;
    return {
      low: plausible.low[this.position] ?? this.rank,
      high: plausible.high[this.position] ?? this.rank,
    };
  }
  get gained() {
    const { referenceRank } = this.source;
    if (referenceRank === null) return null;
    const rankThen = referenceRank.get(this.unit) ?? 0;
    return rankThen === 0 ? 'new' : rankThen - this.rank;
  }
  get score() {
    return this.source.result.score[this.position] ?? NaN;
  }
  get low() {
    return this.source.result.scoreLow[this.position] ?? NaN;
  }
  get high() {
    return this.source.result.scoreHigh[this.position] ?? NaN;
  }
  get coverage() {
    return this.source.result.coverage[this.position] ?? 0;
  }
  get parts() {
    if (this.known === undefined) this.known = partsOf(this.source.parts, this.position);
    return this.known;
  }
  get stackLow() {
    return this.extent.stackLow;
  }
  get stackHigh() {
    return this.extent.stackHigh;
  }
  get partLow() {
    return this.extent.partLow;
  }
  get partHigh() {
    return this.extent.partHigh;
  }

  private get extent(): Extent {
    this.knownExtent ??= extentOf(this.source.parts, this.position);
    return this.knownExtent;
  }
}

type Extent = Pick<RankedRow, 'stackLow' | 'stackHigh' | 'partLow' | 'partHigh'>;

/** Over the parts that are not missing. */
function extentOf(parts: PartSources, unit: number): Extent {
  const extent = { stackLow: 0, stackHigh: 0, partLow: 0, partHigh: 0 };
  for (let part = 0; part < parts.nodes.length; part++) {
    const contribution = contributionOf(parts, part, unit);
    if (contribution < 0) {
      extent.stackLow += contribution;
      extent.partLow = Math.min(extent.partLow, contribution);
    } else if (contribution > 0) {
      extent.stackHigh += contribution;
      extent.partHigh = Math.max(extent.partHigh, contribution);
    }
  }
  return extent;
}

const knownRanks = new WeakMap<ScoringResult, ReadonlyMap<UnitCode, number>>();

/** The reference stays the same through a drag. */
function ranksByUnit(result: ScoringResult): ReadonlyMap<UnitCode, number> {
  const known = knownRanks.get(result);
  if (known !== undefined) return known;
  const ranks = new Map(result.units.map((unit, at) => [unit, result.rank[at] ?? 0]));
  knownRanks.set(result, ranks);
  return ranks;
}

/** Where the parts are read from, in the order of the breakdown: rows of numbers for each unit. */
interface PartSources {
  readonly result: ScoringResult;
  /** Positions in the result's nodes; −1: the node is not in the result, or is the rest of an opened one. */
  readonly nodes: readonly number[];
  readonly contributions: readonly (Float64Array | null)[];
  /** Contributions of the opened node, without which the score is the last part. */
  readonly opened: Float64Array | null;
  readonly isOpen: boolean;
}

function partSources(
  result: ScoringResult,
  { parts, opened }: Breakdown,
  nodeAt: ReadonlyMap<NodeCode, number>,
): PartSources {
  const positionOf = (node: Breakdown['opened']) =>
    node === null ? -1 : (nodeAt.get(node.code) ?? -1);
  const contributionsAt = (at: number) => (at < 0 ? null : contributionsOfNode(result, at));
  const nodes = parts.map(({ node }) => positionOf(node));
  const openedAt = positionOf(opened);
  return {
    result,
    nodes,
    contributions: nodes.map(contributionsAt),
    opened: contributionsAt(openedAt),
    isOpen: openedAt >= 0,
  };
}

/** What a part adds to a unit's score; NaN: the node is not in the result, or has no contribution. */
function contributionOf(
  { result, contributions, opened, isOpen }: PartSources,
  part: number,
  unit: number,
): number {
  if (isOpen && part === contributions.length - 1)
    return (result.score[unit] ?? NaN) - (opened?.[unit] ?? NaN);
  return contributions[part]?.[unit] ?? NaN;
}

function partsOf(sources: PartSources, unit: number): readonly Part[] | null {
  const { result, nodes, isOpen } = sources;
  // A node without any value contributes nothing; a sum that is missing altogether is not additive.
  const present = nodes
    .map((at, part) => ({
      part,
      contribution: contributionOf(sources, part, unit),
      missing: at >= 0 && Number.isNaN(valuesOfNode(result, at)[unit]),
    }))
    .filter(({ contribution }) => !Number.isNaN(contribution));
  // The rest alone is no division of the score: the opened node does not sum over its children.
  const divided = isOpen ? present.length > 1 : present.length > 0;
  return divided ? present : null;
}

function lackingOf(
  result: ScoringResult,
  nodeAt: ReadonlyMap<NodeCode, number>,
  indicators: readonly NodeCode[],
  unit: number,
): readonly NodeCode[] {
  const unitCount = result.units.length;
  return indicators
    .flatMap((code) => {
      const at = nodeAt.get(code);
      if (at === undefined) return [];
      const cell = at * unitCount + unit;
      // A cell that was filled by imputation has a value, but no evidence.
      if (!Number.isNaN(result.values[cell]) && result.imputed[cell] === 0) return [];
      return [{ code, weight: result.effectiveWeight[at] ?? 0 }];
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ code }) => code);
}

/** Places gained, as short as a column is narrow. */
export function gainedMark(gained: Exclude<RankedRow['gained'], null>, newMark: string): string {
  if (gained === 'new') return newMark;
  return `${gained > 0 ? '▲' : '▼'}${Math.abs(gained)}`;
}

/** The ranked units whose order to this one is open, in the order of the rows. */
export function notSeparableFrom(
  row: RankedRow,
  rows: readonly RankedRow[],
  result: ScoringResult,
): readonly RankedRow[] {
  return rows.filter((other) => {
    if (other === row) return false;
    const [above, below] = other.rank < row.rank ? [other, row] : [row, other];
    return separation(result, above.position, below.position) === 'none';
  });
}

/** Whether the gaps allow scores that print differently; what arithmetic leaves over is no interval. */
export function hasInterval({
  low,
  high,
}: {
  readonly low: number;
  readonly high: number;
}): boolean {
  return high - low >= 0.05;
}
