import { useEffect, useState } from 'react';
import { BASELINE, type ScenarioId } from '../../../shared/model/ids.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useScores } from '../../stores/score-store.ts';

interface OtherScores {
  readonly scores: ScoringResult | null;
  readonly error: unknown;
}

const none: OtherScores = { scores: null, error: null };

/**
 * Scores of a scenario beside the selected one; null scenario: of the selected one as committed, which differ from
 * those on screen while weights are being dragged.
 */
export function useOtherScores(scenario: ScenarioId | null): OtherScores {
  const committed = useScores((state) => state.committed);
  const baseline = useScores((state) => state.baseline);
  const [read, setRead] = useState<OtherScores & { readonly of: ScenarioId | null }>({
    ...none,
    of: null,
  });
  const asked = scenario === BASELINE ? null : scenario;
  useEffect(() => {
    // What changes any scores changes the committed ones, which are read anew: then this is asked again.
    if (asked === null || committed === null) return;
    let left = false;
    callHost('scores.get', { scenario: asked }).then(
      (scores) => left || setRead({ of: asked, scores, error: null }),
      (error: unknown) => left || setRead({ of: asked, scores: null, error }),
    );
    return () => {
      left = true;
    };
  }, [asked, committed]);
  if (scenario === null) return { scores: committed, error: null };
  if (scenario === BASELINE) return { scores: baseline, error: null };
  return read.of === scenario ? read : none;
}
