import { z } from 'zod';
import { JobId, ScenarioId } from '../model/ids.ts';
import { MultiverseResult, RemoveOneResult, TornadoResult } from '../model/one-at-a-time.ts';
import { SensitivityRequest, SensitivityResult } from '../model/sensitivity.ts';
import {
  DrawParameters,
  MethodChoices,
  UncertaintyRequest,
  UncertaintyResult,
} from '../model/uncertainty.ts';
import { command, query } from './operation.ts';

const Started = z.strictObject({ job: JobId });
const Finished = z.strictObject({ job: JobId });

/**
 * The last analysis of a scenario, kept in memory while the program runs. `current`: it rests on exactly the inputs of now;
 * an act makes it stale, and taking the act back makes it current again.
 */
function latest<Request extends z.ZodType, Result extends z.ZodType>(
  request: Request,
  result: Result,
) {
  return query(
    z.strictObject({ scenario: ScenarioId }),
    z
      .strictObject({
        request,
        result,
        /** Version of the engine that computed it. */
        engine: z.int(),
        current: z.boolean(),
      })
      .nullable(),
  );
}

export const robustnessOperations = {
  /** Starts a Monte Carlo simulation; what is known already for the same inputs and seed is not computed again. */
  'uncertainty.run': command(
    z.strictObject({ scenario: ScenarioId, request: UncertaintyRequest }),
    Started,
  ),
  'uncertainty.result': query(Finished, UncertaintyResult),
  'uncertainty.latest': latest(UncertaintyRequest, UncertaintyResult),
  /** Everything that one draw, counted from 0, is made with. */
  'uncertainty.draw': query(
    z.strictObject({
      scenario: ScenarioId,
      request: UncertaintyRequest,
      draw: z.int().nonnegative(),
    }),
    DrawParameters,
  ),
  'sensitivity.run': command(
    z.strictObject({ scenario: ScenarioId, request: SensitivityRequest }),
    Started,
  ),
  'sensitivity.result': query(Finished, SensitivityResult),
  'sensitivity.latest': latest(SensitivityRequest, SensitivityResult),
  'sensitivity.removeOne': query(z.strictObject({ scenario: ScenarioId }), RemoveOneResult),
  'sensitivity.tornado': query(
    z.strictObject({ scenario: ScenarioId, factor: z.number().min(0).max(1) }),
    TornadoResult,
  ),
  'sensitivity.multiverse': query(
    z.strictObject({ scenario: ScenarioId, choices: MethodChoices }),
    MultiverseResult,
  ),
};
