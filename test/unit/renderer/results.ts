import type { Breakdown } from '../../../renderer/features/ranking/breakdown.ts';
import type { FrameworkNode } from '../../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import { changedByWeights, type ReweighedScores } from '../../../shared/model/reweighed-scores.ts';

export const unit = (code: string) => code as UnitCode;
export const node = (code: string) => code as NodeCode;

/** One unit of a small result; what is left out is complete and certain. */
export interface UnitResult {
  readonly code: string;
  readonly rank: number;
  readonly score: number;
  readonly low?: number;
  readonly high?: number;
  readonly coverage?: number;
  readonly plausible?: readonly [number, number];
  /** Contributions of the nodes below the index, in their order. */
  readonly contributions?: readonly number[];
  /** Values of the nodes below the index, in their order. */
  readonly values?: readonly number[];
}

/** A scoring result with an index and the nodes given, weighing alike. */
export function resultOf(
  nodes: readonly string[],
  units: readonly UnitResult[],
  weights: readonly number[] = nodes.map(() => 1 / nodes.length),
): ScoringResult {
  const perNode = (read: (of: UnitResult, at: number) => number) =>
    Float64Array.from([
      ...units.map(({ score }) => score),
      ...nodes.flatMap((_, at) => units.map((of) => read(of, at))),
    ]);
  const perUnit = (read: (of: UnitResult) => number) => Float64Array.from(units, read);
  const whole = (read: (of: UnitResult) => number) => Int32Array.from(units, read);
  return {
    units: units.map(({ code }) => unit(code)),
    nodes: [node('index'), ...nodes.map(node)],
    effectiveWeight: Float64Array.from([1, ...weights]),
    localShare: Float64Array.from([1, ...weights]),
    values: perNode((of, at) => of.values?.[at] ?? NaN),
    imputed: new Uint8Array((nodes.length + 1) * units.length),
    contributions: perNode((of, at) => of.contributions?.[at] ?? NaN),
    score: perUnit(({ score }) => score),
    scoreLow: perUnit(({ score, low }) => low ?? score),
    scoreHigh: perUnit(({ score, high }) => high ?? score),
    coverage: perUnit(({ coverage }) => coverage ?? 1),
    rank: whole(({ rank }) => rank),
    rankBest: whole(({ rank }) => rank),
    rankWorst: whole(({ rank }) => rank),
    plausible: units.some(({ plausible }) => plausible !== undefined)
      ? {
          low: whole(({ plausible, rank }) => plausible?.[0] ?? rank),
          high: whole(({ plausible, rank }) => plausible?.[1] ?? rank),
          draws: 100,
          seed: 1,
        }
      : null,
    notes: [],
  };
}

/** The same as the answer to a preview. */
export function reweighedOf(result: ScoringResult): ReweighedScores {
  return changedByWeights(result, Int32Array.of(0), Int32Array.from(result.nodes.keys()));
}

/** Scores divided by these nodes, the dimensions of a framework. */
export function dividedBy(...codes: readonly string[]): Breakdown {
  return {
    opened: null,
    parts: codes.map((code, dimension) => ({
      node: nodeNamed(code),
      dimension,
      colour: 'black',
      opens: false,
    })),
  };
}

export function nodeNamed(code: string, parent: string | null = 'index'): FrameworkNode {
  return {
    code: node(code),
    parent: parent === null ? null : node(parent),
    name: { zh: code, en: code },
    weight: 1,
    indicator: null,
  } as FrameworkNode;
}
