import { useEffect, useRef, useState } from 'react';
import { AppError } from '../../../shared/contract/errors.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { Revision, ScenarioId } from '../../../shared/model/ids.ts';
import type { PairedRequest } from '../../../shared/model/scenario-comparison.ts';
import { callHost } from '../../stores/host-connection.ts';
import { runJob } from '../../stores/run-job.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

type Kept = NonNullable<MethodOutput<'scenarios.pairedLatest'>>;

export interface Paired {
  /** The last comparison of the two, with its question; null: none was made. */
  readonly kept: Kept | null;
  /** 0..1; null: none is under way. */
  readonly fraction: number | null;
  readonly error: unknown;
  readonly cancelled: boolean;
  run(request: PairedRequest): void;
  stop(): void;
  dismissError(): void;
}

/** The comparison of two scenarios under uncertainty: what is kept of it, and the run under way. For another pair, mount anew. */
export function usePaired(first: ScenarioId, second: ScenarioId): Paired {
  const revision = useWorkbook((state) => state.revision);
  const [kept, setKept] = useState<Kept | null>(null);
  const [fraction, setFraction] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [cancelled, setCancelled] = useState(false);
  const [finished, setFinished] = useState(0);
  const underWay = useRef<AbortController | null>(null);

  // Nobody waits for it any more.
  useEffect(() => {
    const held = underWay;
    return () => held.current?.abort();
  }, []);

  // Read again after every act and every run.
  const asked = JSON.stringify([first, second, revision, finished]);
  useEffect(() => {
    let wanted = true;
    const [from, to] = JSON.parse(asked) as [ScenarioId, ScenarioId, Revision, number];
    callHost('scenarios.pairedLatest', { first: from, second: to }).then(
      (latest) => {
        if (wanted) setKept(latest);
      },
      (cause: unknown) => {
        if (wanted) setError(cause);
      },
    );
    return () => {
      wanted = false;
    };
  }, [asked]);

  async function run(request: PairedRequest) {
    underWay.current?.abort();
    const controller = new AbortController();
    underWay.current = controller;
    const isLast = () => underWay.current === controller;
    setError(null);
    setCancelled(false);
    setFraction(0);
    try {
      await runJob(() => callHost('scenarios.paired', { first, second, request }), {
        signal: controller.signal,
        onProgress: (step) => {
          if (isLast()) setFraction(step.fraction);
        },
      });
      setFinished((count) => count + 1);
    } catch (cause) {
      if (!isLast()) return;
      if (cause instanceof AppError && cause.code === 'E_CANCELLED') setCancelled(true);
      else setError(cause);
    } finally {
      if (isLast()) setFraction(null);
    }
  }

  return {
    kept,
    fraction,
    error,
    cancelled,
    run: (request) => void run(request),
    stop: () => underWay.current?.abort(),
    dismissError: () => setError(null),
  };
}
