import { useEffect, useRef, useState } from 'react';
import { AppError } from '../../../shared/contract/errors.ts';
import type { MethodInput } from '../../../shared/contract/methods.ts';
import type { Revision } from '../../../shared/model/ids.ts';
import type { GoalAnswer } from '../../../shared/model/weight-analysis.ts';
import { callHost } from '../../stores/host-connection.ts';
import { runJob } from '../../stores/run-job.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

interface Goal {
  /** The last answer, also while a newer one is sought. */
  readonly answer: GoalAnswer | null;
  /** 0..1; null: what is shown is the answer. */
  readonly fraction: number | null;
  readonly error: unknown;
  readonly stopped: boolean;
  stop(): void;
  /** Asks the same question anew, after it was stopped or failed. */
  again(): void;
}

/** Typing makes many questions; one is asked when the hand rests. */
const REST_MS = 250;

/** Seeks whenever the question or the workbook changes; a newer question stops the search under way. */
export function useGoal(question: MethodInput<'goal.seek'>): Goal {
  const revision = useWorkbook((state) => state.revision);
  const [answer, setAnswer] = useState<GoalAnswer | null>(null);
  const [fraction, setFraction] = useState<number | null>(0);
  const [error, setError] = useState<unknown>(null);
  const [stopped, setStopped] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const underWay = useRef<AbortController | null>(null);
  // Another revision is another question.
  const asked = JSON.stringify([question, revision, attempt]);

  useEffect(() => {
    const controller = new AbortController();
    underWay.current = controller;
    // A cleanup is a newer question, and no stop by the analyst.
    let superseded = false;
    const seek = async () => {
      setFraction(0);
      setStopped(false);
      setError(null);
      try {
        const [wanted] = JSON.parse(asked) as [MethodInput<'goal.seek'>, Revision, number];
        const job = await runJob(() => callHost('goal.seek', wanted), {
          signal: controller.signal,
          onProgress: (step) => {
            if (!superseded) setFraction(step.fraction);
          },
        });
        const found = await callHost('goal.result', { job });
        if (superseded) return;
        setAnswer(found);
      } catch (cause) {
        if (superseded) return;
        const cancelled = cause instanceof AppError && cause.code === 'E_CANCELLED';
        if (cancelled) setStopped(true);
        else setError(cause);
      } finally {
        if (!superseded) setFraction(null);
      }
    };
    const timer = setTimeout(() => void seek(), REST_MS);
    return () => {
      superseded = true;
      clearTimeout(timer);
      controller.abort();
    };
  }, [asked]);

  return {
    answer,
    fraction,
    error,
    stopped,
    stop: () => underWay.current?.abort(),
    again: () => setAttempt((count) => count + 1),
  };
}
