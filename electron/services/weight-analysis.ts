import { AppError } from '../../shared/contract/errors.ts';
import type { NodeCode, ScenarioId, UnitCode } from '../../shared/model/ids.ts';
import type { NodeShare, WeightRegionAsked } from '../../shared/model/weight-analysis.ts';
import { goalSeek } from '../engine/exact/goal-seek.ts';
import { leastFlip } from '../engine/exact/least-flip.ts';
import { weightModel } from '../engine/exact/weight-model.ts';
import { researchNext } from '../engine/exact/research-next.ts';
import type { RegionRequest } from '../engine/exact/weight-region.ts';
import { createScorer } from '../engine/score.ts';
import { stabilityOf } from './analysis.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { scoringRequest } from './scoring.ts';
import { proposeWeights } from './weights-proposal.ts';
import { resolvedOf } from './workbook-model.ts';

type WeightAnalysisHandlers = Pick<
  Handlers,
  'stability.get' | 'weights.propose' | 'flips.least' | 'research.next' | 'goal.seek'
>;

/** Exact answers about the weights of a scenario. */
export function createWeightAnalysisService({
  session,
}: Pick<ServiceContext, 'session'>): WeightAnalysisHandlers {
  const requestOf = (scenario: ScenarioId) => {
    const workbook = session.current();
    return scoringRequest(workbook, resolvedOf(workbook, scenario));
  };
  const modelOf = (scenario: ScenarioId) => {
    const request = requestOf(scenario);
    const scorer = createScorer(request);
    return { scorer, model: weightModel(scorer, request.method) };
  };
  return {
    'stability.get': ({ scenario, question, locked, remembered }) =>
      stabilityOf(
        requestOf(scenario),
        question,
        new Set(locked),
        new Map(remembered.map(({ node, share }) => [node, share])),
      ),
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
    'goal.seek': ({ scenario, unit, rank }) => goalSeek(requestOf(scenario), unit, rank),
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
