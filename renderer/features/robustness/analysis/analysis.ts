import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { JobId, Revision, ScenarioId } from '../../../../shared/model/ids.ts';
import { useLayout } from '../../../stores/layout-store.ts';
import { runJob } from '../../../stores/run-job.ts';
import { useSelection } from '../../../stores/selection-store.ts';
import { useWorkbook } from '../../../stores/workbook-store.ts';
import { timeLeft } from './time-left.ts';

/** A finished analysis with its question; `current`: it rests on exactly the inputs of now. */
export interface Kept<Request, Result> {
  readonly request: Request;
  readonly result: Result;
  /** Version of the engine that computed it. */
  readonly engine: number;
  readonly current: boolean;
}

/** How an analysis is asked of the host. */
interface AnalysisCalls<Request, Result> {
  readonly latest: (scenario: ScenarioId) => Promise<Kept<Request, Result> | null>;
  readonly run: (scenario: ScenarioId, request: Request) => Promise<{ job: JobId }>;
}

/** A run under way. */
export interface Running<Request> {
  readonly request: Request;
  /** It goes on when another one is selected. */
  readonly scenario: ScenarioId;
  /** 0..1 */
  readonly fraction: number;
  /** null: too early to say. */
  readonly secondsLeft: number | null;
  readonly stop: () => void;
}

/** What `kept` was read for. */
export interface Moment {
  readonly scenario: ScenarioId;
  readonly revision: Revision;
  /** Tells workbooks apart. */
  readonly opening: number;
  /** Tells connections to the host apart: what could not be read over one is read over the next. */
  readonly generation: number;
}

export interface AnalysisState<Request, Result> {
  /** null: nothing was read. */
  readFor: Moment | null;
  /** null: none was made for this scenario. */
  kept: Kept<Request, Result> | null;
  running: Running<Request> | null;
  /** Why the last run, or the reading of what is kept, failed. */
  error: unknown;
  /** The last run was cancelled; what is shown is from before. */
  cancelled: boolean;
}

export interface Analysis<Request, Result> {
  readonly use: UseBoundStore<StoreApi<AnalysisState<Request, Result>>>;
  /** Reads what is kept for the moment, unless that was done. */
  readonly refresh: (moment: Moment) => Promise<void>;
  /** Runs for the selected scenario; a run under way is stopped first. Ends without an error in any case. */
  readonly run: (request: Request) => Promise<void>;
  /** Cancels the run under way, if there is one. */
  readonly stop: () => void;
  readonly dismissError: () => void;
}

/** One analysis of the workbench: its last result for the selected scenario and the run under way. */
export function createAnalysis<Request, Result>(
  calls: AnalysisCalls<Request, Result>,
): Analysis<Request, Result> {
  type State = AnalysisState<Request, Result>;
  const use = create<State>(() => ({
    readFor: null,
    kept: null,
    running: null,
    error: null,
    cancelled: false,
  }));

  function now(): Moment {
    return {
      scenario: useSelection.getState().scenario,
      revision: useWorkbook.getState().revision,
      opening: useWorkbook.getState().opening,
      generation: useLayout.getState().generation,
    };
  }

  function stop(): void {
    use.getState().running?.stop();
  }

  async function read(wanted: Moment): Promise<void> {
    const { readFor: before } = use.getState();
    const sameWorkbook = before?.opening === wanted.opening;
    if (!sameWorkbook) stop();
    // What is kept for another scenario is no answer for this one, not even for a moment.
    const sameScenario = sameWorkbook && before.scenario === wanted.scenario;
    use.setState({
      readFor: wanted,
      ...(sameWorkbook ? {} : { running: null }),
      ...(sameScenario ? {} : { kept: null, error: null, cancelled: false }),
    });
    const isWanted = () => use.getState().readFor === wanted;
    try {
      const kept = await calls.latest(wanted.scenario);
      if (isWanted()) use.setState({ kept });
    } catch (error) {
      if (isWanted()) use.setState({ error });
    }
  }

  return {
    use,
    async refresh(moment) {
      if (!isSameMoment(use.getState().readFor, moment)) await read(moment);
    },
    async run(request) {
      stop();
      const { scenario } = useSelection.getState();
      const controller = new AbortController();
      const running: Running<Request> = {
        request,
        scenario,
        fraction: 0,
        secondsLeft: null,
        stop: () => controller.abort(),
      };
      const startedAt = Date.now();
      const estimate = timeLeft();
      use.setState({ running, error: null, cancelled: false });
      const isShown = () => use.getState().running?.stop === running.stop;
      try {
        await runJob(() => calls.run(scenario, request), {
          signal: controller.signal,
          onProgress: ({ fraction }) => {
            const secondsLeft = estimate(fraction, Date.now() - startedAt);
            if (isShown()) use.setState({ running: { ...running, fraction, secondsLeft } });
          },
        });
        if (useSelection.getState().scenario === scenario) await read(now());
      } catch (error) {
        if (!isShown()) return;
        const cancelled = error instanceof AppError && error.code === 'E_CANCELLED';
        use.setState(cancelled ? { cancelled } : { error });
      } finally {
        if (isShown()) use.setState({ running: null });
      }
    },
    stop,
    dismissError: () => use.setState({ error: null }),
  };
}

function isSameMoment(a: Moment | null, b: Moment): boolean {
  return (
    a !== null &&
    a.scenario === b.scenario &&
    a.revision === b.revision &&
    a.opening === b.opening &&
    a.generation === b.generation
  );
}
