import type { Framework } from '../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../shared/model/ids.ts';
import type { Method } from '../../shared/model/method.ts';
import type { ScoringNote, ScoringResult } from '../../shared/model/result.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { aggregate, type NodeScores } from './aggregate.ts';
import { type AggregationPlan, planAggregation } from './aggregation-plan.ts';
import {
  compileFramework,
  type FrameworkShares,
  frameworkShares,
  type FrameworkTree,
  relativeWeights,
} from './compile-framework.ts';
import { contributions } from './contributions.ts';
import { coverage, rankedUnits } from './coverage.ts';
import { type NormalisedColumns, normalise } from './normalise.ts';
import { impute } from './impute.ts';
import { fillWithWorst, imputationNotes, imputedNodes } from './imputed-cells.ts';
import { collectObservations, type Observations } from './observations.ts';
import { plausibleRanks } from './plausible-interval.ts';
import { rankBounds, rankScores } from './rank.ts';
import { blankGaps, middleScores, scoreInterval } from './score-interval.ts';
import { treat, type TreatedColumns } from './treat.ts';

/** Everything that a score depends on. */
export interface ScoringRequest {
  /** With the weights in effect. */
  readonly framework: Framework;
  readonly units: readonly Unit[];
  /**
   * Raw adopted values, indicator-major: leaf i in the order of the framework's leaves, unit u in the order of `units` at
   * [i × units.length + u]; NaN = missing. All leaves and units, excluded ones too.
   */
  readonly values: Float64Array;
  readonly method: Method;
  /** In no statistic, no score, no rank. */
  readonly excludedUnits: ReadonlySet<UnitCode>;
  /** With everything below them; siblings share their weight. */
  readonly excludedNodes: ReadonlySet<NodeCode>;
  /** null: no plausible rank intervals. Its cost is draws × (gaps of ranked units + ranked units × log). */
  readonly plausible: { readonly draws: number; readonly seed: number } | null;
}

/** What the stages before aggregation leave: everything that a change of weights does not touch. */
export interface PreparedData {
  readonly tree: FrameworkTree;
  readonly observations: Observations;
  /** Gaps filled on the raw columns, where the method says so. */
  readonly completed: Pick<Observations, 'values' | 'state'>;
  readonly treated: TreatedColumns;
  readonly columns: NormalisedColumns;
  readonly plan: AggregationPlan;
  readonly notes: readonly ScoringNote[];
}

export interface Scorer {
  readonly prepared: PreparedData;
  readonly result: ScoringResult;
  /**
   * Scores with other relative weights for the nodes named; nodes that are not named keep the framework's. Repeats
   * aggregation and ranking only. Always relative to the request, never to an earlier call.
   */
  reweigh(weights: ReadonlyMap<NodeCode, number>): ScoringResult;
}

/** @throws AppError see `createScorer`. */
export function score(request: ScoringRequest): ScoringResult {
  return createScorer(request).result;
}

/**
 * Runs the stages impute → treat → normalise → aggregate → rank and keeps what they made.
 *
 * @throws AppError `E_INPUT` for data that contradict themselves, `E_PRECONDITION` for a method that does not fit the
 *   data; each names the unit, indicator and value concerned, with a stable `details.reason`.
 */
export function createScorer(request: ScoringRequest): Scorer {
  const prepared = prepare(request);
  const weigh = (weights: ReadonlyMap<NodeCode, number>): ScoringResult => {
    const relative = relativeWeights(prepared.tree, request.framework, weights);
    return rankPrepared(request, prepared, frameworkShares(prepared.tree, relative));
  };
  return { prepared, result: weigh(new Map()), reweigh: weigh };
}

/** The stages that do not depend on weights. */
export function prepare(request: ScoringRequest): PreparedData {
  const { framework, method } = request;
  const tree = compileFramework(framework, request.excludedNodes);
  const observations = collectObservations(
    tree,
    framework.nodes.filter((node) => node.indicator !== null).length,
    request.units,
    request.values,
    request.excludedUnits,
  );
  const { units } = observations;
  const completed = impute(tree, observations, method);
  const treated = treat(tree, units, completed.values, method.treatment);
  const normalised = normalise(tree, units, treated, completed.state, method);
  const columns =
    method.missing === 'zero' ? fillWithWorst(normalised.columns) : normalised.columns;
  return {
    tree,
    observations,
    completed,
    treated,
    columns,
    plan: planAggregation(tree, method),
    notes: [
      ...imputationNotes(tree, columns, completed.values),
      ...treated.notes,
      ...normalised.notes,
    ],
  };
}

function rankPrepared(
  request: ScoringRequest,
  { tree, observations, columns, plan, notes }: PreparedData,
  shares: FrameworkShares,
): ScoringResult {
  const { units } = observations;
  const unitCount = units.length;
  const scores =
    request.method.missing === 'bounds'
      ? middleScores(tree, shares, plan, columns, units)
      : aggregate(tree, shares, plan, columns.values, units);
  const parts = contributions(tree, shares, plan, scores);
  if (request.method.missing === 'bounds') blankGaps(tree, columns, scores.values);
  const index = scores.values.slice(0, unitCount);
  const covered = coverage(tree, shares, columns);
  const ranked = rankedUnits(index, covered, request.method.minCoverage);
  const interval = scoreInterval(tree, shares, plan, columns, units, index);
  const bounds = rankBounds(interval.low, interval.high, ranked);
  return {
    units: units.map((unit) => unit.code),
    nodes: [...tree.codes],
    effectiveWeight: shares.effective,
    localShare: shares.local,
    values: scores.values,
    imputed: imputedNodes(tree, columns),
    contributions: parts,
    score: index,
    scoreLow: interval.low,
    scoreHigh: interval.high,
    coverage: covered,
    rank: rankScores(index, ranked),
    rankBest: bounds.best,
    rankWorst: bounds.worst,
    plausible:
      request.plausible === null
        ? null
        : {
            ...plausibleRanks(tree, shares, plan, columns, units, ranked, request.plausible),
            ...request.plausible,
          },
    notes: [...notes, ...thresholdNotes(tree, scores)],
  };
}

function thresholdNotes(tree: FrameworkTree, { belowThreshold }: NodeScores): ScoringNote[] {
  return tree.codes.flatMap((node, at) => {
    const cells = belowThreshold[at];
    return cells === 0
      ? []
      : [
          {
            kind: 'below-availability' as const,
            node,
            unit: null,
            cells,
            transform: null,
            before: null,
            after: null,
          },
        ];
  });
}
