import { useEffect, useState } from 'react';
import type { CorrelationKind, Diagnosis } from '../../../shared/model/diagnosis.ts';
import type { ScenarioId } from '../../../shared/model/ids.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

interface Answer {
  readonly scenario: ScenarioId;
  readonly revision: number;
  readonly diagnosis: Diagnosis | null;
  readonly error: unknown;
}

export interface DiagnosisState extends Pick<Answer, 'diagnosis' | 'error'> {
  /** Whether an answer to the latest question is still to come; the last one stays on screen meanwhile. */
  readonly waiting: boolean;
}

/** Diagnosis of the selected scenario, asked again after every act. */
export function useDiagnosis(kind: CorrelationKind): DiagnosisState {
  const scenario = useSelection((state) => state.scenario);
  const revision = useWorkbook((state) => state.revision);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let superseded = false;
    const keep = (diagnosis: Diagnosis | null, error: unknown) => {
      if (!superseded) setAnswer({ scenario, revision, diagnosis, error });
    };
    callHost('diagnose.get', { scenario, correlation: kind }).then(
      (diagnosis) => keep(diagnosis, null),
      (error: unknown) => keep(null, error),
    );
    return () => {
      superseded = true;
    };
  }, [scenario, kind, revision]);
  if (answer === null || answer.scenario !== scenario) {
    return { diagnosis: null, error: null, waiting: true };
  }
  const { diagnosis, error } = answer;
  return { diagnosis, error, waiting: answer.revision !== revision };
}
