import { useScores } from '../../stores/score-store.ts';

/** How many units have a rank in the selected scenario; null: not known yet. */
export function useRankedCount(): number | null {
  return useScores(
    ({ committed }) =>
      committed && committed.rank.reduce((count, rank) => count + (rank > 0 ? 1 : 0), 0),
  );
}
