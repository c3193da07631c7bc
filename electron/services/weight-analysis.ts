import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../shared/contract/errors.ts';
import type { NodeCode, Revision, ScenarioId, UnitCode } from '../../shared/model/ids.ts';
import type {
  FlipAnswer,
  GoalAnswer,
  InfluenceAnswer,
  NodeShare,
  StabilityAnswer,
  ResearchAnswer,
  WeightRegionAsked,
} from '../../shared/model/weight-analysis.ts';
import { stabilityIntervalsByParent } from '../engine/exact/stability-interval.ts';
import { goalColumns } from '../engine/exact/goal-columns.ts';
import type { GoalSetup } from '../engine/exact/goal-seek.ts';
import { leastFlip } from '../engine/exact/least-flip.ts';
import { weightModel } from '../engine/exact/weight-model.ts';
import { researchNext } from '../engine/exact/research-next.ts';
import { createScorer, type Scorer, type ScoringRequest } from '../engine/score.ts';
import { influenceOnIndex } from '../engine/weighting/influence.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { questionOf, stabilityAnswer } from './analysis.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import type { JobRun } from './ports.ts';
import { regionOf } from './rank-analyses.ts';
import { runInWorkers } from './run-in-workers.ts';
import { scoringRequest } from './scoring.ts';
import { checkedWeights } from './sibling-weights.ts';
import { resolvedOf } from './workbook-model.ts';

type WeightAnalysisHandlers = Pick<
  Handlers,
  | 'stability.get'
  | 'weights.influence'
  | 'weights.propose'
  | 'flips.least'
  | 'research.next'
  | 'goal.seek'
  | 'goal.result'
>;

/** What was scored last: during a drag one scenario is asked about again and again. */
interface ScoredScenario {
  readonly workbook: OpenWorkbook;
  readonly revision: Revision;
  readonly scenario: ScenarioId;
  readonly request: ScoringRequest;
  readonly scorer: Scorer;
}

interface FlipAsked {
  readonly region: WeightRegionAsked;
  readonly units: readonly [UnitCode, UnitCode];
  readonly norm: FlipAnswer['norm'];
}

/** Exact answers about the weights of a scenario. */
export function createWeightAnalysisService({
  session,
  jobs,
}: Pick<ServiceContext, 'session' | 'jobs'>): WeightAnalysisHandlers {
  const goals = jobs.kind<GoalAnswer>('goalSeek');
  const requestOf = (scenario: ScenarioId) => {
    const workbook = session.current();
    return scoringRequest(workbook, resolvedOf(workbook, scenario));
  };
  let last: ScoredScenario | null = null;
  const scorerOf = (scenario: ScenarioId): ScoredScenario => {
    const workbook = session.current();
    const { revision } = workbook;
    const isSame =
      last?.workbook === workbook && last.revision === revision && last.scenario === scenario;
    if (last !== null && isSame) return last;
    const request = requestOf(scenario);
    last = { workbook, revision, scenario, request, scorer: createScorer(request) };
    return last;
  };
  return {
    'stability.get': async ({ scenario, question, siblings, parents, ...asked }) => {
      const { request, scorer } = scorerOf(scenario);
      const result =
        siblings === undefined
          ? scorer.result
          : scorer.reweigh(checkedWeights(request.framework, siblings), { plausible: false });
      const model = weightModel({ prepared: scorer.prepared, result }, request.method);
      const settings = {
        question: questionOf(model, question),
        locked: new Set(asked.locked),
        remembered: new Map(asked.remembered.map(({ node, share }) => [node, share])),
        givers: new Set(asked.givers),
      };
      const groups = stabilityIntervalsByParent(
        model,
        settings,
        parents === undefined ? null : new Set(parents),
      );
      const answers: StabilityAnswer[] = [];
      for (const group of groups) {
        for (const interval of group) answers.push(stabilityAnswer(model, interval));
        // A score preview that came in meanwhile goes first: the hand is waiting for it.
        await setImmediate();
      }
      return answers;
    },
    'weights.influence': ({ scenario }) => influenceIn(scorerOf(scenario).scorer),
    'weights.propose': async ({ scenario, parent, asked }) => {
      const { proposeWeights } = await import('./weights-proposal.ts');
      return proposeWeights(requestOf(scenario), parent, asked);
    },
    'flips.least': ({ scenario, ...asked }) => leastFlipOf(requestOf(scenario), asked),
    'goal.seek': ({ scenario, unit, rank, moves }, { connection }) => {
      const scoring = requestOf(scenario);
      // Refuses now, at the control, what cannot be sought.
      goalColumns(scoring, unit, rank, moves);
      const asked = { unit, rank, moves };
      return { job: goals.start(connection, (run) => runGoalSeek(scoring, asked, run)) };
    },
    'goal.result': ({ job }, { connection }) => goals.result(connection, job),
    'research.next': ({ scenario }) => researchOf(requestOf(scenario)),
  };
}

/** @throws AppError what `createGoalSeek` refuses; `E_CANCELLED` */
export function runGoalSeek(
  scoring: ScoringRequest,
  asked: Omit<GoalSetup, 'scoring'>,
  run: JobRun,
): Promise<GoalAnswer> {
  return runInWorkers({ kind: 'goalSeek', setup: { scoring, ...asked } }, run);
}

/** Declared and effective weight of every node but the index, and what it really does to the index. */
export function influenceOf(request: ScoringRequest): InfluenceAnswer[] {
  return influenceIn(createScorer({ ...request, plausible: null }));
}

function influenceIn({ prepared, result }: Scorer): InfluenceAnswer[] {
  const { correlation, share } = influenceOnIndex(
    prepared.tree,
    result.units,
    result.values,
    result.rank,
  );
  const defined = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? null : value;
  return prepared.nodeCodes.slice(1).map((node, below) => ({
    node,
    declared: result.localShare[below + 1] ?? 0,
    effective: result.effectiveWeight[below + 1] ?? 0,
    correlation: defined(correlation[below + 1]),
    influence: defined(share[below + 1]),
  }));
}

/**
 * The least change of weights that lets two units change places; null: none of the region does.
 *
 * @throws AppError `E_NOT_FOUND` for an unknown unit; what `leastFlip` refuses
 */
export function leastFlipOf(
  request: ScoringRequest,
  { region, units, norm }: FlipAsked,
): FlipAnswer | null {
  const scorer = createScorer({ ...request, plausible: null });
  const model = weightModel(scorer, request.method);
  const numberOf = (unit: UnitCode) => {
    const at = model.units.indexOf(unit);
    if (at >= 0) return at;
    throw new AppError('E_NOT_FOUND', `no unit "${unit}" is scored`, {
      reason: 'unknown-unit',
      unit,
    });
  };
  const pair = [numberOf(units[0]), numberOf(units[1])] as const;
  const flip = leastFlip(model, scorer, regionOf(region), pair, norm);
  if (flip === null) return null;
  const code = (unit: number) => scorer.result.units[unit] as UnitCode;
  return {
    ahead: code(flip.ahead),
    behind: code(flip.behind),
    norm,
    distance: flip.distance,
    bound: flip.bound,
    shares: listed(flip.shares),
  };
}

/** Every gap, the one whose value would narrow the ranking most first. */
export function researchOf(request: ScoringRequest): ResearchAnswer[] {
  return researchNext(request, createScorer({ ...request, plausible: null }), request.method);
}

function listed(shares: ReadonlyMap<NodeCode, number>): NodeShare[] {
  return Array.from(shares, ([node, share]) => ({ node, share }));
}
