import { z } from 'zod';
import { viewResult } from '../../../shared/model/result-view.ts';
import type { StabilityAsked } from '../../../shared/model/weight-analysis.ts';
import { useLayout } from '../../stores/layout-store.ts';
import { useScores } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useMemory } from '../../stores/use-memory.ts';
import { neighbourInRank, unitToExplain } from '../comparison/use-comparison.ts';

/** What the bands on the tracks keep unchanged. `count` stays while another kind is chosen. */
const BandQuestion = z.object({
  kind: z.enum(['order', 'top', 'pair', 'none']),
  count: z.int().min(1).max(1000),
});
export type BandQuestion = z.infer<typeof BandQuestion>;

export const QUESTION = 'weights.bands';
const INITIAL: BandQuestion = { kind: 'order', count: 3 };

export function useBandQuestion(): [BandQuestion, (next: BandQuestion) => void] {
  return useMemory(QUESTION, BandQuestion, INITIAL);
}

/** The question as asked of the host; null: no bands, or no pair of ranked units to ask about. */
export function askedNow(): StabilityAsked | null {
  const parsed = BandQuestion.safeParse(useLayout.getState().memories[QUESTION]);
  const { kind, count } = parsed.success ? parsed.data : INITIAL;
  switch (kind) {
    case 'none':
      return null;
    case 'order':
      return { kind };
    case 'top':
      return { kind, count };
    case 'pair':
      return selectedPair();
  }
}

/** The selected unit and its neighbour in rank, by the scores at rest: a drag does not change whom it is about. */
function selectedPair(): StabilityAsked | null {
  const { committed } = useScores.getState();
  if (committed === null) return null;
  const view = viewResult(committed);
  const unit = unitToExplain(view, useSelection.getState().unit);
  const other = unit === null ? null : neighbourInRank(view, unit);
  return unit === null || other === null ? null : { kind: 'pair', units: [unit, other] };
}
