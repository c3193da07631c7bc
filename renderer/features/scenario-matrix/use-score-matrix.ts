import { useEffect, useState } from 'react';
import type { Revision, ScenarioId } from '../../../shared/model/ids.ts';
import type { ScoreMatrix } from '../../../shared/model/scenario-comparison.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

interface MatrixState {
  /** The last one read; it stays while a newer one is on its way. */
  readonly matrix: ScoreMatrix | null;
  readonly error: unknown;
}

/** Scores of every unit in every scenario, read again after every act. */
export function useScoreMatrix(): MatrixState {
  const scenarios = useScenarios((state) => state.scenarios);
  const revision = useWorkbook((state) => state.revision);
  const [state, setState] = useState<MatrixState>({ matrix: null, error: null });
  // Another revision is another question.
  const asked = JSON.stringify([scenarios.map(({ id }) => id), revision]);
  useEffect(() => {
    const [ids] = JSON.parse(asked) as [ScenarioId[], Revision];
    if (ids.length === 0) return;
    let wanted = true;
    callHost('scores.matrix', { scenarios: ids }).then(
      (matrix) => {
        if (wanted) setState({ matrix, error: null });
      },
      (error: unknown) => {
        if (wanted) setState((before) => ({ ...before, error }));
      },
    );
    return () => {
      wanted = false;
    };
  }, [asked]);
  return state;
}
