import { useEffect } from 'react';
import { z } from 'zod';
import { create } from 'zustand';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { InfluenceAnswer } from '../../../shared/model/weight-analysis.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useScores } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useMemory } from '../../stores/use-memory.ts';

interface InfluenceState {
  answers: ReadonlyMap<NodeCode, InfluenceAnswer>;
  error: unknown;
}

const empty: InfluenceState = { answers: new Map(), error: null };

/** Declared and effective weight and influence of every node, of the scores at rest. */
export const useInfluence = create<InfluenceState>(() => empty);

/** What the rows of the tree show below their name. */
const RowsShow = z.enum(['sliders', 'influence']);
export type RowsShow = z.infer<typeof RowsShow>;

export function useRowsShow(): [RowsShow, (next: RowsShow) => void] {
  return useMemory('weights.rows', RowsShow, 'sliders');
}

/** Keeps the influence in step with the scores while it is shown. */
export function useLiveInfluence(shown: boolean): void {
  const committed = useScores((state) => state.committed);
  const scenario = useSelection((state) => state.scenario);
  useEffect(() => {
    if (!shown || committed === null) return;
    let isOver = false;
    callHost('weights.influence', { scenario }).then(
      (answers) => {
        if (isOver) return;
        useInfluence.setState({
          answers: new Map(answers.map((answer) => [answer.node, answer])),
          error: null,
        });
      },
      (error: unknown) => {
        if (!isOver) useInfluence.setState({ ...empty, error });
      },
    );
    return () => {
      isOver = true;
    };
  }, [shown, committed, scenario]);
}
