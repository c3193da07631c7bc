import { useState, useSyncExternalStore } from 'react';
import type { ScoringResult } from '../../shared/model/result.ts';
import { calmFollower } from '../ui/calm-follower.ts';
import { inFrameOfItsOwn } from '../ui/frames.ts';
import { completeScores, previewIsUnderWay, useScores } from './score-store.ts';

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

/** Each reader takes most of a frame: more often, they would be seen in the movement. */
const NOW_AND_THEN_MS = 3000;

function useFollowedScores(mostWait: number): ScoringResult | null {
  const [scores] = useState(() => followedScores(mostWait));
  return useSyncExternalStore(scores.subscribe, scores.now);
}

/** Kept apart from the rendering: scores to subscribe to. */
export function followedScores(mostWait: number) {
  let shown = useScores.getState().committed;
  return {
    now: () => shown,
    subscribe(changed: () => void): () => void {
      let drags = 0;
      let takeBack: () => void = () => undefined;
      const show = (scores: ScoringResult | null) => {
        shown = scores;
        changed();
      };
      const follow = async () => {
        const drag = drags;
        const scores = await completeScores();
        if (scores === null || drag !== drags) return;
        takeBack = inFrameOfItsOwn(() => show(scores));
      };
      const follower = calmFollower(() => void follow(), { mostWait, movesOn: previewIsUnderWay });
      const rest = () => {
        drags += 1;
        follower.stop();
        takeBack();
      };
      const unsubscribe = useScores.subscribe(({ preview, committed }) => {
        if (preview !== null) return follower.moved();
        // Outside of a drag everything is shown at once.
        rest();
        show(committed);
      });
      const { preview, committed } = useScores.getState();
      if (preview === null) shown = committed;
      else follower.moved();
      return () => {
        unsubscribe();
        rest();
      };
    },
  };
}
