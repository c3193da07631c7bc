import { z } from 'zod';
import { JobId, ScenarioId } from '../model/ids.ts';
import {
  MultiverseRequest,
  MultiverseResult,
  RemoveOneRequest,
  RemoveOneResult,
  TornadoRequest,
  TornadoResult,
} from '../model/one-at-a-time.ts';
import { SensitivityRequest, SensitivityResult } from '../model/sensitivity.ts';
import { DrawParameters, UncertaintyRequest, UncertaintyResult } from '../model/uncertainty.ts';
import { AttainableRequest, AttainableResult } from '../model/weight-analysis.ts';
import { command, query } from './operation.ts';

/** Starts the analysis; what is kept already for the same inputs is not computed again. What cannot be run fails as a job. */
function run<Request extends z.ZodType>(request: Request) {
  return command(z.strictObject({ scenario: ScenarioId, request }), z.strictObject({ job: JobId }));
}

function result<Result extends z.ZodType>(of: Result) {
  return query(z.strictObject({ job: JobId }), of);
}

/**
 * What is kept of a scenario: the newest result that rests on exactly the inputs of now, or else the newest of all. An act
 * makes a result stale; taking the act back makes it current again.
 */
function latest<Request extends z.ZodType, Result extends z.ZodType>(request: Request, of: Result) {
  return query(
    z.strictObject({ scenario: ScenarioId }),
    z
      .strictObject({
        request,
        result: of,
        /** Version of the engine that made the result. */
        engine: z.int().nonnegative(),
        current: z.boolean(),
      })
      .nullable(),
  );
}

/** Analyses of how robust the ranking of a scenario is. All run as jobs beside the host; results are kept in the workbook. */
export const robustnessOperations = {
  /** Monte Carlo simulation. */
  'uncertainty.run': run(UncertaintyRequest),
  'uncertainty.result': result(UncertaintyResult),
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
  /** Variance-based sensitivity. */
  'sensitivity.run': run(SensitivityRequest),
  'sensitivity.result': result(SensitivityResult),
  'sensitivity.latest': latest(SensitivityRequest, SensitivityResult),
  /** The ranking without each node in turn. */
  'removeOne.run': run(RemoveOneRequest),
  'removeOne.result': result(RemoveOneResult),
  'removeOne.latest': latest(RemoveOneRequest, RemoveOneResult),
  /** One weight at a time up and down. */
  'tornado.run': run(TornadoRequest),
  'tornado.result': result(TornadoResult),
  'tornado.latest': latest(TornadoRequest, TornadoResult),
  /** The ranking under every combination of method choices. */
  'multiverse.run': run(MultiverseRequest),
  'multiverse.result': result(MultiverseResult),
  'multiverse.latest': latest(MultiverseRequest, MultiverseResult),
  /** Best and worst rank of every ranked unit over a region of weights. */
  'attainableRanks.run': run(AttainableRequest),
  'attainableRanks.result': result(AttainableResult),
  'attainableRanks.latest': latest(AttainableRequest, AttainableResult),
};
