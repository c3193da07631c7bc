import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
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
  const sources = partSources(breakdown, nodeAt);
  const referenceRank = reference === null ? null : ranksByUnit(reference);
  const unitsOfRank = new Int32Array(result.units.length + 1);
  for (const rank of result.rank) unitsOfRank[rank] = (unitsOfRank[rank] ?? 0) + 1;

  const alike = new Set(
    result.notes.flatMap(({ kind, node }) => (kind === 'constant-column' ? [node] : [])),
  );
  const differing = indicators.filter((code) => !alike.has(code));

  const ranked: RankedRow[] = [];
  const unranked: UnrankedRow[] = [];
  for (const [at, unit] of result.units.entries()) {
    const rank = result.rank[at] ?? 0;
    const coverage = result.coverage[at] ?? 0;
    const low = result.scoreLow[at] ?? NaN;
    const high = result.scoreHigh[at] ?? NaN;
    if (rank === 0) {
      const lacking = once(() => lackingOf(result, nodeAt, differing, at));
      unranked.push({
        unit,
        coverage,
        low,
        high,
        incomparable: Number.isNaN(result.score[at]) && coverage > 0 && alike.size > 0,
        get lacking() {
          return lacking();
        },
      });
      continue;
    }
    const rankThen = referenceRank?.get(unit) ?? 0;
    const parts = once(() => partsOf(result, sources, at));
    let stackLow = 0;
    let stackHigh = 0;
    let partLow = 0;
    let partHigh = 0;
    for (let place = 0; place < sources.count; place++) {
      const contribution = contributionOf(result, sources, place, at);
      if (contribution < 0) stackLow += contribution;
      if (contribution > 0) stackHigh += contribution;
      if (contribution < partLow) partLow = contribution;
      if (contribution > partHigh) partHigh = contribution;
    }
    ranked.push({
      unit,
      coverage,
      low,
      high,
      position: at,
      rank,
      tied: (unitsOfRank[rank] ?? 0) > 1,
      best: result.rankBest[at] ?? rank,
      worst: result.rankWorst[at] ?? rank,
      plausible:
        result.plausible === null
          ? null
          : { low: result.plausible.low[at] ?? rank, high: result.plausible.high[at] ?? rank },
      gained: referenceRank === null ? null : rankThen === 0 ? 'new' : rankThen - rank,
      score: result.score[at] ?? NaN,
      stackLow,
      stackHigh,
      partLow,
      partHigh,
      get parts() {
        return parts();
      },
    });
  }
  ranked.sort((a, b) => a.rank - b.rank);
  unranked.sort((a, b) => b.coverage - a.coverage);
  return { ranked, unranked };
}

/** A row is made in every frame of a drag for every unit; what only the rows in sight need is made when it is read. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
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

/** Where the parts are read from, in the order of the breakdown. */
interface PartSources {
  /** Positions in the result's nodes; −1: the node is not in the result. */
  readonly nodes: readonly number[];
  /** Position of the opened node, without which the score is the last part; −1: none is open. */
  readonly openedAt: number;
  readonly count: number;
}

function partSources(
  { parts, opened }: Breakdown,
  nodeAt: ReadonlyMap<NodeCode, number>,
): PartSources {
  return {
    nodes: parts.map(({ node }) => (node === null ? -1 : (nodeAt.get(node.code) ?? -1))),
    openedAt: opened === null ? -1 : (nodeAt.get(opened.code) ?? -1),
    count: parts.length,
  };
}

/** What a part adds to a unit's score; NaN: the node is not in the result, or has no contribution. */
function contributionOf(
  result: ScoringResult,
  { nodes, openedAt, count }: PartSources,
  part: number,
  unit: number,
): number {
  const { contributions, units } = result;
  if (openedAt >= 0 && part === count - 1)
    return (result.score[unit] ?? NaN) - (contributions[openedAt * units.length + unit] ?? NaN);
  return contributions[(nodes[part] ?? -1) * units.length + unit] ?? NaN;
}

function partsOf(
  result: ScoringResult,
  sources: PartSources,
  unit: number,
): readonly Part[] | null {
  // A node without any value contributes nothing; a sum that is missing altogether is not additive.
  const present = sources.nodes
    .map((at, part) => ({
      part,
      contribution: contributionOf(result, sources, part, unit),
      missing: at >= 0 && Number.isNaN(result.values[at * result.units.length + unit]),
    }))
    .filter(({ contribution }) => !Number.isNaN(contribution));
  // The rest alone is no division of the score: the opened node does not sum over its children.
  const divided = sources.openedAt < 0 ? present.length > 0 : present.length > 1;
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
