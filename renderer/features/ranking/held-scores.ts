import { useEffect } from 'react';
import { create } from 'zustand';
import type { ScoringResult } from '../../../shared/model/result.ts';
import { useScores } from '../../stores/score-store.ts';
import { rankingMemory, remember, useRankingMemory } from './ranking-memory.ts';

/** The scores at the moment when the order was pinned. They are not kept: after a restart the pin begins anew. */
const usePinned = create<{ scores: ScoringResult | null }>(() => ({ scores: null }));

/** The scores by which the rows keep their places, and against which places are gained; null: the rows follow. */
export function useHeldScores(): ScoringResult | null {
  const { order } = useRankingMemory();
  const pinned = usePinned((state) => state.scores);
  const committed = useScores((state) => state.committed);
  const dragging = useScores((state) => state.preview !== null);
  useEffect(() => {
    if (order === 'pinned' && pinned === null) usePinned.setState({ scores: committed });
  }, [order, pinned, committed]);
  if (order === 'pinned') return pinned;
  return order === 'release' && dragging ? committed : null;
}

// Another workbook is being read: its units have not been pinned.
useScores.subscribe(({ committed }) => {
  if (committed === null) usePinned.setState({ scores: null });
});

/** Rows keep the places that they have now, or follow their ranks again. */
export function togglePin(): void {
  remember({ order: rankingMemory().order === 'pinned' ? 'follow' : 'pinned' });
  resort();
}

/** Puts the rows where their ranks are now; a pin then holds this order. */
export function resort(): void {
  const { preview, committed } = useScores.getState();
  usePinned.setState({ scores: preview ?? committed });
}
