import { replacePart } from '../../shared/model/replace-part.ts';
import { createScorer } from '../engine/score.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { checkMethod } from './method-check.ts';
import { scoringRequest } from './scoring.ts';
import { resolvedOf } from './workbook-model.ts';

/** What another method would make of a scenario, before it is applied. Nothing is written. */
export function createMethodPreviewService({
  session,
}: Pick<ServiceContext, 'session'>): Pick<Handlers, 'method.preview'> {
  return {
    'method.preview': ({ scenario, part }) => {
      const workbook = session.current();
      const resolved = resolvedOf(workbook, scenario);
      const method = replacePart(resolved.method, part);
      checkMethod(workbook, method);
      const { prepared, result } = createScorer(scoringRequest(workbook, { ...resolved, method }));
      const { tree, observations, treated } = prepared;
      return {
        scores: result,
        indicators: Array.from(tree.nodeOfLeaf, (node) => tree.codes[node]!),
        raw: observations.values,
        treated: treated.values,
      };
    },
  };
}
