import { z } from 'zod';
import { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { keepMemory, useLayout } from '../../stores/layout-store.ts';
import { useMemory } from '../../stores/use-memory.ts';
import { BY_RANK } from './sort-rows.ts';

/** What the ranking remembers with the layout of the workbook. */
const RankingMemory = z.object({
  /** `aligned`: every part has a column of its own, so that it can be compared down the rows. */
  bars: z.enum(['stacked', 'aligned']),
  /** The node whose children the bars are divided into; null: the dimensions. */
  opened: NodeCode.nullable(),
  sort: z.object({
    key: z.union([z.enum(['rank', 'name', 'coverage', 'gained']), z.int().nonnegative()]),
    descending: z.boolean(),
  }),
  /** Rank intervals are drawn in a column of their own. */
  intervals: z.boolean(),
  /**
   * When rows take their new places: at once, when a drag ends, or when the analyst says so.
   */
  order: z.enum(['follow', 'release', 'pinned']),
  /** Units to compare; null: all. */
  only: z.array(UnitCode).nullable(),
});
export type RankingMemory = z.infer<typeof RankingMemory>;

const NAME = 'ranking';

const initial: RankingMemory = {
  bars: 'stacked',
  opened: null,
  sort: BY_RANK,
  intervals: false,
  order: 'follow',
  only: null,
};

export function useRankingMemory(): RankingMemory {
  const [memory] = useMemory(NAME, RankingMemory, initial);
  return memory;
}

export function rankingMemory(): RankingMemory {
  const parsed = RankingMemory.safeParse(useLayout.getState().memories[NAME]);
  return parsed.success ? parsed.data : initial;
}

export function remember(part: Partial<RankingMemory>): void {
  keepMemory(NAME, { ...rankingMemory(), ...part });
}

/** Opens a node, or the dimensions again; an order by the old parts would mean nothing. */
export function openNode(opened: NodeCode | null): void {
  const { sort } = rankingMemory();
  remember({ opened, sort: typeof sort.key === 'number' ? BY_RANK : sort });
}
