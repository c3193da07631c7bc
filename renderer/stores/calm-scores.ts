import { useState, useSyncExternalStore } from 'react';
import type { ScoringResult } from '../../shared/model/result.ts';
import { calmFollower } from '../ui/calm-follower.ts';
import { previewIsUnderWay, useScores } from './score-store.ts';

/**
 * The scores on screen for panels that are read rather than watched: sentences, lists, profiles. During a drag they
 * follow at each pause of the hand and now and then in between, so that the frames belong to what follows in every one:
 * the sliders and the ranking.
 */
export function useCalmScores(): ScoringResult | null {
  return useFollowedScores(NOW_AND_THEN_MS);
}

/** The same at the pauses alone, for what is painted meanwhile, or is much to lay out. */
export function useScoresAtPause(): ScoringResult | null {
  return useFollowedScores(Infinity);
}

const NOW_AND_THEN_MS = 1000;

function useFollowedScores(mostWait: number): ScoringResult | null {
  const [scores] = useState(() => followedScores(mostWait));
  return useSyncExternalStore(scores.subscribe, scores.now);
}

function followedScores(mostWait: number) {
  let shown = shownNow();
  return {
    now: () => shown,
    subscribe(changed: () => void): () => void {
      const follow = () => {
        shown = shownNow();
        changed();
      };
      const follower = calmFollower(follow, { mostWait, movesOn: previewIsUnderWay });
      const unsubscribe = useScores.subscribe(({ preview }) => {
        if (preview !== null) return follower.moved();
        // Outside of a drag everything is shown at once.
        follower.stop();
        follow();
      });
      shown = shownNow();
      return () => {
        unsubscribe();
        follower.stop();
      };
    },
  };
}

function shownNow(): ScoringResult | null {
  const { preview, committed } = useScores.getState();
  return preview ?? committed;
}
