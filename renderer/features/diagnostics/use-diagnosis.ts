import { useMemo } from 'react';
import type { CorrelationKind, Diagnosis } from '../../../shared/model/diagnosis.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { orderedByDimension } from './order-by-dimension.ts';

export interface DiagnosisState {
  /** Of the selected scenario; null: not read yet, or refused. */
  readonly diagnosis: Diagnosis | null;
  readonly error: unknown;
  /** Whether an answer to the latest question is still to come; the last one stays on screen meanwhile. */
  readonly waiting: boolean;
}

/** Diagnosis of the selected scenario, in the order of the dimensions, asked again after every act. */
export function useDiagnosis(kind: CorrelationKind): DiagnosisState {
  const scenario = useSelection((state) => state.scenario);
  const { answer, to, error, waiting } = useAnswer('diagnose.get', { scenario, correlation: kind });
  const index = useWorkbook((state) => state.index);
  const diagnosis = useMemo(
    () =>
      answer === undefined || answer === null || index === null
        ? null
        : orderedByDimension(answer, index.dimensionOf),
    [answer, index],
  );
  if (to?.scenario !== scenario) return { diagnosis: null, error: null, waiting: true };
  return { diagnosis, error, waiting };
}
