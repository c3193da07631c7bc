import type { ScenarioId } from '../../shared/model/ids.ts';
import { diagnosisOf, explainPair } from './analysis.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { scoringRequest } from './scoring.ts';
import { resolvedOf } from './workbook-model.ts';

/** How sound the data of a scenario are, and why its units stand as they do. */
export function createDiagnosisService({
  session,
}: Pick<ServiceContext, 'session'>): Pick<Handlers, 'diagnose.get' | 'explain.pair'> {
  const requestOf = (scenario: ScenarioId) => {
    const workbook = session.current();
    return scoringRequest(workbook, resolvedOf(workbook, scenario));
  };
  return {
    'diagnose.get': ({ scenario, correlation }) => diagnosisOf(requestOf(scenario), correlation),
    'explain.pair': ({ scenario, units: [one, other] }) =>
      explainPair(requestOf(scenario), one, other),
  };
}
