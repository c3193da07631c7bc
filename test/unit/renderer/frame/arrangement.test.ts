import { describe, expect, test } from 'vitest';
import { missingPanels } from '../../../../renderer/features/frame/arrangement.ts';

const COLUMNS = [
  { width: 'rest', stacks: [{ panels: ['ranking', 'slope'] }, { panels: ['grid'] }] },
  { width: 340, stacks: [{ panels: ['evidence'] }, { panels: ['research'] }] },
] as const;

const missing = (...present: string[]) => missingPanels(COLUMNS, new Set(present));

describe('a panel that a remembered arrangement does not have', () => {
  test('joins the tabs of its stack', () => {
    expect(missing('ranking', 'grid', 'evidence', 'research')).toEqual([
      { panel: 'slope', beside: 'ranking', direction: 'within' },
    ]);
  });

  test('goes below its column where its stack is not there', () => {
    expect(missing('ranking', 'slope', 'grid', 'evidence')).toEqual([
      { panel: 'research', beside: 'evidence', direction: 'below' },
    ]);
  });

  test('goes to the right where nothing of its column is there, with the rest of the column below it', () => {
    expect(missing('ranking', 'slope', 'grid')).toEqual([
      { panel: 'evidence', beside: null, direction: 'right' },
      { panel: 'research', beside: 'evidence', direction: 'below' },
    ]);
  });

  test('does not exist in a whole arrangement', () => {
    expect(missing('ranking', 'slope', 'grid', 'evidence', 'research')).toEqual([]);
  });
});
