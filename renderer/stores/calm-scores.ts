import { useEffect, useState } from 'react';
import type { ScoringResult } from '../../shared/model/result.ts';
import { calmFollower } from '../ui/calm-follower.ts';
import { useScores } from './score-store.ts';

/**
 * The scores on screen for panels that are read rather than watched: sentences, lists, profiles. During a drag they
 * follow at each pause of the hand and now and then in between, so that the frames belong to what follows in every one:
 * the sliders and the ranking.
 */
export function useCalmScores(): ScoringResult | null {
  const [shown, setShown] = useState(() => shownIn(useScores.getState()));
  useEffect(() => {
    const follow = () => setShown(shownIn(useScores.getState()));
    const follower = calmFollower(follow);
    const unsubscribe = useScores.subscribe(({ preview }) => {
      if (preview !== null) return follower.moved();
      // Outside of a drag everything is shown at once.
      follower.stop();
      follow();
    });
    follow();
    return () => {
      unsubscribe();
      follower.stop();
    };
  }, []);
  return shown;
}

function shownIn({ preview, committed }: ReturnType<typeof useScores.getState>) {
  return preview ?? committed;
}
