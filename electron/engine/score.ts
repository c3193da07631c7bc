import type { Framework } from '../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../shared/model/ids.ts';
import type { Method } from '../../shared/model/method.ts';
import type { ScoringNote, ScoringResult } from '../../shared/model/result.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { type AggregationPass, beginPass, type NodeScores, runPass } from './aggregate.ts';
import { type AggregationPlan, planAggregation } from './aggregation-plan.ts';
import {
  compileFramework,
  frameworkShares,
  type FrameworkTree,
  relativeWeights,
} from './compile-framework.ts';
import { contributions } from './contributions.ts';
import { coverage, rankedUnits } from './coverage.ts';
import { type GapCells, gapCells } from './gap-cells.ts';
import { type KnownColumns, knownColumns } from './known-columns.ts';
import { type NormalisedColumns, normalise } from './normalise.ts';
import { impute } from './impute.ts';
import { fillWithWorst, imputationNotes, imputedNodes } from './imputed-cells.ts';
import { collectObservations, type Observations } from './observations.ts';
import { plausibleRanks } from './plausible-interval.ts';
import { orderScores, rankBounds, ranksOf } from './rank.ts';
import { blankGaps, middleScores, scoreInterval } from './score-interval.ts';
import { treat, type TreatedColumns } from './treat.ts';

/** Everything that a score depends on. */
export interface ScoringRequest {
  /** With the weights in effect. */
  readonly framework: Framework;
  readonly units: readonly Unit[];
  /**
   * Raw adopted values, indicator-major: leaf i in the order of the framework's leaves, unit u in the order of `units` at
   * [i × units.length + u]; NaN = missing. All leaves and units, excluded ones too. The engine never writes to it and
   * may keep it: it must not change while a scorer is in use.
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
  readonly gaps: GapCells;
  /** N × U: `imputed` of every result. */
  readonly imputed: Uint8Array;
  readonly unitCodes: UnitCode[];
  readonly nodeCodes: NodeCode[];
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
  reweigh(weights: ReadonlyMap<NodeCode, number>, options?: ReweighOptions): ScoringResult;
}

export interface ReweighOptions {
  /** False leaves the plausible intervals out, which cost more than all the rest. */
  readonly plausible?: boolean;
  /**
   * An earlier result of the same scorer that nobody needs any more: its large arrays are overwritten and serve
   * the new result, which saves their allocation.
   */
  readonly spare?: ScoringResult | undefined;
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
  const passes = new WeakMap<ScoringResult, AggregationPass>();
  let known: KnownColumns | null = null;

  function reweigh(
    weights: ReadonlyMap<NodeCode, number>,
    { plausible = true, spare }: ReweighOptions = {},
  ): ScoringResult {
    const { tree, plan, columns, observations } = prepared;
    const { units } = observations;
    const relative = relativeWeights(tree, request.framework, weights);
    const shares = frameworkShares(tree, relative);
    const spent = spare && passes.get(spare);
    const pass: AggregationPass = {
      ...(spent ?? beginPass(tree, shares, plan, columns.values, units, columns.values)),
      shares,
      known: known?.isAllThereIs ? known : null,
    };
    const draws = plausible ? request.plausible : null;
    const result = rank(request, prepared, pass, known, draws, spent && spare?.contributions);
    passes.set(result, pass);
    return result;
  }

  return {
    prepared,
    result: reweigh(new Map()),
    reweigh(weights, options) {
      // Not for the first result: what is scored once does not repay the preparation.
      if (prepared.gaps.units.length > 0) known ??= knownColumns(prepared.columns);
      return reweigh(weights, options);
    },
  };
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
  const comparable = comparableColumns(tree, observations, method);
  return {
    tree,
    observations,
    ...comparable,
    gaps: gapCells(comparable.columns),
    imputed: imputedNodes(tree, comparable.columns),
    unitCodes: observations.units.map((unit) => unit.code),
    nodeCodes: [...tree.codes],
    plan: planAggregation(tree, method),
  };
}

/** From the raw columns to comparable ones: impute → treat → normalise. */
export function comparableColumns(
  tree: FrameworkTree,
  observations: Observations,
  method: Method,
): Pick<PreparedData, 'completed' | 'treated' | 'columns' | 'notes'> {
  const { units } = observations;
  const completed = impute(tree, observations, method);
  const treated = treat(tree, units, completed.values, method.treatment);
  const normalised = normalise(tree, units, treated, completed.state, method);
  const columns =
    method.missing === 'zero' ? fillWithWorst(normalised.columns) : normalised.columns;
  return {
    completed,
    treated,
    columns,
    notes: [
      ...imputationNotes(tree, columns, completed.values),
      ...treated.notes,
      ...normalised.notes,
    ],
  };
}

function rank(
  request: ScoringRequest,
  prepared: PreparedData,
  pass: AggregationPass,
  known: KnownColumns | null,
  draws: ScoringRequest['plausible'],
  partsBuffer: Float64Array | undefined,
): ScoringResult {
  const { tree, observations, columns, gaps, plan } = prepared;
  const { shares } = pass;
  const { units } = observations;
  const hasMiddles = request.method.missing === 'bounds';
  // Run for `bounds` too: an observed value that a mean cannot take is an error under every rule.
  const whole = runPass(pass);
  const scores = hasMiddles ? middleScores(tree, shares, plan, columns, units) : whole;
  const parts = contributions(tree, shares, plan, scores, pass.known, partsBuffer);
  if (hasMiddles) blankGaps(tree, columns, scores.values);
  const index = scores.values.slice(0, units.length);
  const covered = coverage(tree, shares, columns, gaps);
  const ranked = rankedUnits(index, covered, request.method.minCoverage);
  const interval = scoreInterval(tree, shares, plan, columns, units, gaps, known, index);
  const hasGaps = interval.low !== index;
  const order = orderScores(index, ranked);
  const bounds = hasGaps
    ? rankBounds(orderScores(interval.low, ranked), orderScores(interval.high, ranked))
    : rankBounds(order, order);
  return {
    units: prepared.unitCodes,
    nodes: prepared.nodeCodes,
    effectiveWeight: shares.effective,
    localShare: shares.local,
    values: scores.values,
    imputed: prepared.imputed,
    contributions: parts,
    score: index,
    scoreLow: hasGaps ? interval.low : index.slice(),
    scoreHigh: hasGaps ? interval.high : index.slice(),
    coverage: covered,
    rank: ranksOf(order),
    rankBest: bounds.best,
    rankWorst: bounds.worst,
    plausible: draws && {
      ...plausibleRanks(tree, shares, plan, columns, units, ranked, draws),
      ...draws,
    },
    notes: [...prepared.notes, ...thresholdNotes(tree, scores)],
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
