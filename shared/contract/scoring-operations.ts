import { z } from 'zod';
import { NodeCode, ScenarioId } from '../model/ids.ts';
import { Method } from '../model/method.ts';
import { MethodPreview } from '../model/method-preview.ts';
import { ScoringResult } from '../model/result.ts';
import { ScoreMatrix } from '../model/scenario-comparison.ts';
import { ReweighedScores } from '../model/reweighed-scores.ts';
import { MOST_ITEMS, query } from './operation.ts';
import { SiblingWeights } from './scenario-operations.ts';

export const scoringOperations = {
  /** Scores of a scenario with intervals; cached by the inputs, so asking twice costs nothing. */
  'scores.get': query(z.strictObject({ scenario: ScenarioId }), ScoringResult),
  /** What other weights change in it, and nothing written: asked in every frame of a drag, the latest wins. */
  'scores.preview': query(
    z.strictObject({
      scenario: ScenarioId,
      siblings: z.array(SiblingWeights).min(1).max(MOST_ITEMS),
      /**
       * Nodes whose contributions are wanted; absent: those of all. Those of the indicators are nearly all of an answer.
       * One that is not scored is left out.
       */
      contributionsOf: z.array(NodeCode).max(MOST_ITEMS).optional(),
    }),
    ReweighedScores,
  ),
  /** The same with parts of the method replaced, and what treatment made of the values. */
  'method.preview': query(
    z.strictObject({ scenario: ScenarioId, part: Method.partial() }),
    MethodPreview,
  ),
  /** Ranks and scores of every unit in many scenarios at once, without intervals; kept by the inputs of each scenario. */
  'scores.matrix': query(
    z.strictObject({ scenarios: z.array(ScenarioId).min(1).max(1000) }),
    ScoreMatrix,
  ),
};
