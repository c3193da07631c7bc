import type { Unit } from '../../shared/model/unit.ts';
import type { UncertaintyResult } from '../../shared/model/uncertainty.ts';
import { printJson } from './print-json.ts';

/* Results of a simulation, as the command line prints them: units in the workbook's order, without those not ranked. */

interface UnitOfRow {
  readonly uCode: string;
  readonly uName: string;
  readonly nominal: number;
}

/** Ranks of one unit over the draws. */
export interface UncertaintyRow extends UnitOfRow {
  /** null: in no draw ranked. */
  readonly mean: number | null;
  readonly median: number | null;
  readonly q5: number | null;
  readonly q95: number | null;
  /** Share of the draws at rank 1, 2, … */
  readonly shares: readonly number[];
}

export function uncertaintyRows(
  result: UncertaintyResult,
  units: readonly Unit[],
): UncertaintyRow[] {
  const count = result.units.length;
  return unitRows(result, units, (unit) => ({
    mean: present(result.meanRank[unit]),
    median: present(result.medianRank[unit]),
    q5: present(result.rank5[unit]),
    q95: present(result.rank95[unit]),
    shares: Array.from(result.rankAcceptability.subarray(unit * count, (unit + 1) * count)),
  }));
}

/** How often one unit stands before each other one, a tie counting half. */
export interface WinningRow extends UnitOfRow {
  readonly before: readonly { readonly uCode: string; readonly share: number }[];
}

export function winningRows(result: UncertaintyResult, units: readonly Unit[]): WinningRow[] {
  const count = result.units.length;
  return unitRows(result, units, (unit) => ({
    before: result.units.flatMap((other, at) =>
      at === unit
        ? []
        : [{ uCode: other, share: result.pairwiseWinning[unit * count + at] ?? Number.NaN }],
    ),
  }));
}

/** The weights that speak for a unit: mean share of each node among its siblings over the draws that the unit wins. */
export interface CentralWeightsRow extends UnitOfRow {
  /** Share of the draws at rank 1. */
  readonly first: number;
  /** null: it wins no draw. */
  readonly weights: readonly { readonly node: string; readonly share: number }[] | null;
}

export function centralWeightsRows(
  result: UncertaintyResult,
  units: readonly Unit[],
): CentralWeightsRow[] {
  const { nodes, centralWeights, rankAcceptability } = result;
  return unitRows(result, units, (unit) => {
    const shares = centralWeights.subarray(unit * nodes.length, (unit + 1) * nodes.length);
    return {
      first: rankAcceptability[unit * result.units.length] ?? 0,
      weights: shares.some((share) => Number.isNaN(share))
        ? null
        : nodes.map((node, at) => ({ node, share: shares[at] ?? Number.NaN })),
    };
  });
}

export function uncertaintyJson(result: UncertaintyResult, units: readonly Unit[]): string {
  return document(result, uncertaintyRows(result, units));
}

export function winningJson(result: UncertaintyResult, units: readonly Unit[]): string {
  return document(result, winningRows(result, units));
}

export function centralWeightsJson(result: UncertaintyResult, units: readonly Unit[]): string {
  return document(result, centralWeightsRows(result, units));
}

function document({ draws, seed }: UncertaintyResult, units: readonly UnitOfRow[]): string {
  return printJson({ draws, seed, units });
}

function unitRows<Part>(
  result: UncertaintyResult,
  units: readonly Unit[],
  part: (unit: number) => Part,
): (UnitOfRow & Part)[] {
  const nameOf = new Map(units.map(({ code, name }) => [code, name.zh]));
  return result.units.map((code, unit) => ({
    uCode: code,
    uName: nameOf.get(code) ?? code,
    nominal: result.nominalRank[unit] ?? 0,
    ...part(unit),
  }));
}

function present(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
