import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { JobId, Revision, ScenarioId } from '../../../../shared/model/ids.ts';
import { runJob } from '../../../stores/run-job.ts';
import { useSelection } from '../../../stores/selection-store.ts';
import { useWorkbook } from '../../../stores/workbook-store.ts';

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

export interface Running {
  /** 0..1 */
  readonly fraction: number;
  readonly startedAt: number;
  readonly stop: () => void;
}

interface AnalysisState<Request, Result> {
  /** Scenario and revision that `kept` was read for; null: nothing was read. */
  readFor: { readonly scenario: ScenarioId; readonly revision: Revision } | null;
  /** null: none was made for this scenario. */
  kept: Kept<Request, Result> | null;
  running: (Running & { readonly scenario: ScenarioId; readonly request: Request }) | null;
  /** Why the last run, or the reading of what is kept, failed. */
  error: unknown;
  /** The last run was cancelled; what is shown is from before. */
  cancelled: boolean;
}

export interface Analysis<Request, Result> {
  readonly use: UseBoundStore<StoreApi<AnalysisState<Request, Result>>>;
  /** Reads what is kept for the selected scenario, unless that was done since the last change. */
  readonly refresh: () => Promise<void>;
  /** Runs for the selected scenario; a run under way is stopped first. Ends without an error in any case. */
  readonly run: (request: Request) => Promise<void>;
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

  async function read(): Promise<void> {
    const { scenario } = useSelection.getState();
    const { revision } = useWorkbook.getState();
    const before = use.getState().readFor;
    // What is kept for another scenario is no answer for this one, not even for a moment.
    const another = before === null || before.scenario !== scenario;
    use.setState({
      readFor: { scenario, revision },
      ...(another ? { kept: null, error: null, cancelled: false } : {}),
    });
    const isWanted = () => {
      const { readFor } = use.getState();
      return readFor?.scenario === scenario && readFor.revision === revision;
    };
    try {
      const kept = await calls.latest(scenario);
      if (isWanted()) use.setState({ kept });
    } catch (error) {
      if (isWanted()) use.setState({ error });
    }
  }

  return {
    use,
    async refresh() {
      const { readFor } = use.getState();
      const { scenario } = useSelection.getState();
      const { revision } = useWorkbook.getState();
      if (readFor?.scenario === scenario && readFor.revision === revision) return;
      await read();
    },
    async run(request) {
      use.getState().running?.stop();
      const { scenario } = useSelection.getState();
      const controller = new AbortController();
      const running = {
        scenario,
        request,
        fraction: 0,
        startedAt: Date.now(),
        stop: () => controller.abort(),
      };
      use.setState({ running, error: null, cancelled: false });
      const isShown = () => use.getState().running?.stop === running.stop;
      try {
        await runJob(() => calls.run(scenario, request), {
          signal: controller.signal,
          onProgress: ({ fraction }) => {
            if (isShown()) use.setState({ running: { ...running, fraction } });
          },
        });
        if (useSelection.getState().scenario === scenario) await read();
      } catch (error) {
        if (!isShown()) return;
        const cancelled = error instanceof AppError && error.code === 'E_CANCELLED';
        use.setState(cancelled ? { cancelled } : { error });
      } finally {
        if (isShown()) use.setState({ running: null });
      }
    },
    dismissError: () => use.setState({ error: null }),
  };
}
