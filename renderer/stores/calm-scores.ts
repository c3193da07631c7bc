import { useEffect, useState } from 'react';
import type { ScoringResult } from '../../shared/model/result.ts';
import { MOST_WAIT_MS, PAUSE_MS } from '../ui/use-calm.ts';
import { useScores } from './score-store.ts';

/**
 * The scores on screen for panels that are read rather than watched: sentences, lists, profiles. During a drag they
 * follow at each pause of the hand and now and then in between, so that the frames belong to what follows in every one:
 * the sliders and the ranking.
 */
export function useCalmScores(): ScoringResult | null {
  const [shown, setShown] = useState(() => shownIn(useScores.getState()));
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | null = null;
    let waitsSince = 0;
    const follow = () => {
      if (pause !== null) clearTimeout(pause);
      pause = null;
      setShown(shownIn(useScores.getState()));
    };
    const stop = useScores.subscribe(({ preview }) => {
      // Outside of a drag everything is shown at once.
      if (preview === null) return follow();
      const now = performance.now();
      if (pause === null) waitsSince = now;
      else clearTimeout(pause);
      pause = setTimeout(follow, Math.max(0, Math.min(PAUSE_MS, waitsSince + MOST_WAIT_MS - now)));
    });
    follow();
    return () => {
      stop();
      if (pause !== null) clearTimeout(pause);
    };
  }, []);
  return shown;
}

function shownIn({ preview, committed }: ReturnType<typeof useScores.getState>) {
  return preview ?? committed;
}
