import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../shared/contract/errors.ts';
import type { NodeCode, Revision, ScenarioId, UnitCode } from '../../shared/model/ids.ts';
import type {
  GoalAnswer,
  NodeShare,
  StabilityAnswer,
  WeightRegionAsked,
} from '../../shared/model/weight-analysis.ts';
import { stabilityIntervalsByParent } from '../engine/exact/stability-interval.ts';
import { goalColumns } from '../engine/exact/goal-columns.ts';
import { leastFlip } from '../engine/exact/least-flip.ts';
import { weightModel } from '../engine/exact/weight-model.ts';
import { researchNext } from '../engine/exact/research-next.ts';
import type { RegionRequest } from '../engine/exact/weight-region.ts';
import { createScorer, type Scorer, type ScoringRequest } from '../engine/score.ts';
import { influenceOnIndex } from '../engine/weighting/influence.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { questionOf, stabilityAnswer } from './analysis.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { runInWorkers } from './run-in-workers.ts';
import { scoringRequest } from './scoring.ts';
import { checkedWeights } from './sibling-weights.ts';
import { proposeWeights } from './weights-proposal.ts';
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
  const modelOf = (scenario: ScenarioId) => {
    const request = requestOf(scenario);
    const scorer = createScorer(request);
    return { scorer, model: weightModel(scorer, request.method) };
  };
  return {
    'stability.get': async ({ scenario, question, siblings, ...asked }) => {
      const { request, scorer } = scorerOf(scenario);
      const result =
        siblings === undefined
          ? scorer.result
          : scorer.reweigh(checkedWeights(request.framework, siblings), { plausible: false });
      const model = weightModel({ prepared: scorer.prepared, result }, request.method);
      const groups = stabilityIntervalsByParent(model, {
        question: questionOf(model, question),
        locked: new Set(asked.locked),
        remembered: new Map(asked.remembered.map(({ node, share }) => [node, share])),
        givers: new Set(asked.givers),
      });
      const answers: StabilityAnswer[] = [];
      for (const group of groups) {
        for (const interval of group) answers.push(stabilityAnswer(model, interval));
        // A score preview that came in meanwhile goes first: the hand is waiting for it.
        await setImmediate();
      }
      return answers;
    },
    'weights.influence': ({ scenario }) => {
      const { prepared, result } = scorerOf(scenario).scorer;
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
    },
    'weights.propose': ({ scenario, parent, asked }) =>
      proposeWeights(requestOf(scenario), parent, asked),
    'flips.least': ({ scenario, region, units, norm }) => {
      const { scorer, model } = modelOf(scenario);
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
    },
    'goal.seek': ({ scenario, unit, rank, moves }, { connection }) => {
      const scoring = requestOf(scenario);
      // Refuses now, at the control, what cannot be sought.
      goalColumns(scoring, unit, rank, moves);
      const setup = { scoring, unit, rank, moves };
      return {
        job: goals.start(connection, (run) => runInWorkers({ kind: 'goalSeek', setup }, run)),
      };
    },
    'goal.result': ({ job }, { connection }) => goals.result(connection, job),
    'research.next': ({ scenario }) => {
      const request = requestOf(scenario);
      return researchNext(request, createScorer(request), request.method);
    },
  };
}

export function regionOf({ parent, spread, locked }: WeightRegionAsked): RegionRequest {
  return {
    scope: parent === null ? { kind: 'leaves' } : { kind: 'siblings', parent },
    spread,
    locked: new Set(locked),
  };
}

function listed(shares: ReadonlyMap<NodeCode, number>): NodeShare[] {
  return Array.from(shares, ([node, share]) => ({ node, share }));
}
