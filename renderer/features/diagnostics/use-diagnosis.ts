import { useEffect, useState } from 'react';
import type { CorrelationKind, Diagnosis } from '../../../shared/model/diagnosis.ts';
import type { ScenarioId } from '../../../shared/model/ids.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

interface Answer {
  readonly scenario: ScenarioId;
  readonly diagnosis: Diagnosis | null;
  readonly error: unknown;
}

/** Diagnosis of the selected scenario, asked again after every act; the last one stays on screen meanwhile. */
export function useDiagnosis(kind: CorrelationKind): Omit<Answer, 'scenario'> {
  const scenario = useSelection((state) => state.scenario);
  const revision = useWorkbook((state) => state.revision);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let superseded = false;
    const keep = (diagnosis: Diagnosis | null, error: unknown) => {
      if (!superseded) setAnswer({ scenario, diagnosis, error });
    };
    callHost('diagnose.get', { scenario, correlation: kind }).then(
      (diagnosis) => keep(diagnosis, null),
      (error: unknown) => keep(null, error),
    );
    return () => {
      superseded = true;
    };
    // The revision is no input of the question: it says when the answer is old.
  }, [scenario, kind, revision]);
  return answer?.scenario === scenario ? answer : { diagnosis: null, error: null };
}
