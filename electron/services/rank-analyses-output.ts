import type {
  MultiverseResult,
  RemoveOneResult,
  TornadoResult,
} from '../../shared/model/one-at-a-time.ts';
import { METHOD_PARTS, type MethodPartName } from '../engine/uncertainty/method-variants.ts';
import { printJson } from './print-json.ts';

/* What becomes of the ranks, as the command line prints it; a rank of null: not ranked. */

interface RankedUnit {
  readonly uCode: string;
  readonly rank: number | null;
}

/** The ranking without one node. */
export interface RemovalRow {
  readonly node: string;
  /** Mean absolute change over the units ranked both times. */
  readonly meanRankChange: number;
  readonly units: readonly RankedUnit[];
}

export function removalRows(result: RemoveOneResult): RemovalRow[] {
  return result.nodes.map((node, at) => ({
    node,
    meanRankChange: result.meanRankChange[at] ?? Number.NaN,
    units: rankedUnits(result.units, result.rank, at),
  }));
}

export function removeOneJson(result: RemoveOneResult): string {
  return printJson({
    units: rankedUnits(result.units, result.nominalRank, 0),
    nodes: removalRows(result),
  });
}

/** What one weight, taken down and up, makes of each unit. */
export interface TornadoRow {
  readonly uCode: string;
  readonly nominal: number | null;
  readonly score: number;
  readonly weights: readonly {
    readonly node: string;
    readonly scoreDown: number;
    readonly scoreUp: number;
    readonly rankDown: number | null;
    readonly rankUp: number | null;
  }[];
}

export function tornadoRows(result: TornadoResult): TornadoRow[] {
  const { units, nodes, nominalRank, nominalScore } = result;
  return units.map((uCode, unit) => ({
    uCode,
    nominal: ranked(nominalRank[unit]),
    score: nominalScore[unit] ?? Number.NaN,
    weights: nodes.map((node, row) => {
      const at = row * units.length + unit;
      return {
        node,
        scoreDown: result.scoreDown[at] ?? Number.NaN,
        scoreUp: result.scoreUp[at] ?? Number.NaN,
        rankDown: ranked(result.rankDown[at]),
        rankUp: ranked(result.rankUp[at]),
      };
    }),
  }));
}

export function tornadoJson(factor: number, result: TornadoResult): string {
  return printJson({ factor, units: tornadoRows(result) });
}

/** The ranking under one combination: which choice of each part that has choices, by its position in the list. */
export interface CombinationRow {
  readonly choice: Partial<Readonly<Record<MethodPartName, number>>>;
  readonly units: readonly RankedUnit[];
}

export function combinationRows({ choices, units, rank }: MultiverseResult): CombinationRow[] {
  let combinations: CombinationRow['choice'][] = [{}];
  for (const part of METHOD_PARTS) {
    if (choices[part].length === 0) continue;
    combinations = combinations.flatMap((combination) =>
      choices[part].map((_, at) => ({ ...combination, [part]: at })),
    );
  }
  return combinations.map((choice, at) => ({ choice, units: rankedUnits(units, rank, at) }));
}

export function multiverseJson(result: MultiverseResult): string {
  const { units, nominalRank, choices, effects } = result;
  return printJson({
    choices,
    units: rankedUnits(units, nominalRank, 0),
    combinations: combinationRows(result),
    effects: effects.map(({ part, choice, meanRankChange }) => ({
      part,
      choice,
      units: units.map((uCode, unit) => ({ uCode, meanRankChange: meanRankChange[unit] })),
    })),
  });
}

/** @param row of a table of ranks with one column for each unit */
function rankedUnits(units: readonly string[], ranks: Int32Array, row: number): RankedUnit[] {
  return units.map((uCode, unit) => ({ uCode, rank: ranked(ranks[row * units.length + unit]) }));
}

function ranked(rank: number | undefined): number | null {
  return rank === undefined || rank === 0 ? null : rank;
}
