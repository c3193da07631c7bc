import { z } from 'zod';
import { useMemory } from '../../stores/use-memory.ts';

/** What the grid remembers with the layout of the workbook. */
const GridMemory = z.object({
  /** Chosen column widths in pixels, by indicator. */
  widths: z.record(z.string(), z.number()),
  unitWidth: z.number(),
  hideEmpty: z.boolean(),
  histograms: z.boolean(),
  /** Codes of the dimensions that are not shown. */
  hiddenDimensions: z.array(z.string()),
});
export type GridMemory = z.infer<typeof GridMemory>;

export const DEFAULT_UNIT_WIDTH = 116;

const initial: GridMemory = {
  widths: {},
  unitWidth: DEFAULT_UNIT_WIDTH,
  hideEmpty: false,
  histograms: true,
  hiddenDimensions: [],
};

export function useGridMemory(): [GridMemory, (part: Partial<GridMemory>) => void] {
  const [memory, keep] = useMemory('grid', GridMemory, initial);
  return [memory, (part) => keep({ ...memory, ...part })];
}
