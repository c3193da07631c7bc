import type { KeyboardEvent } from 'react';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { showView } from '../../stores/layout-store.ts';
import { compareUnits, selectUnit, useSelection } from '../../stores/selection-store.ts';
import { askWhy } from './compare-acts.ts';

interface RankingKeys {
  readonly ranked: readonly UnitCode[];
  readonly unranked: readonly UnitCode[];
  /** The selection, or the unit to compare with, is at this place now. */
  readonly onMoved: (place: number) => void;
  readonly onTurnHint: (step: 1 | -1) => void;
  readonly onEndHint: () => void;
}

/**
 * Arrows select, with Shift they choose whom to compare the selected unit with, and Enter then asks why the one stands
 * above the other; left and right say more about the selected row.
 */
export function useRankingKeys(keys: RankingKeys): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (react(keys, event)) event.preventDefault();
  };
}

/** Whether the key is ours. */
function react({ ranked, unranked, ...keys }: RankingKeys, event: KeyboardEvent): boolean {
  const { unit, rival } = useSelection.getState();
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      keys.onTurnHint(event.key === 'ArrowRight' ? 1 : -1);
      return true;
    case 'Escape':
      keys.onEndHint();
      if (unit === null || rival === null) return false;
      compareUnits(unit, null);
      return true;
    case 'Enter':
      if (unit === null) return false;
      if (rival === null) showView('unit');
      else askWhy(unit, rival);
      return true;
    default:
      break;
  }
  // Only ranked units have an order to explain.
  const extend = event.shiftKey && unit !== null && ranked.includes(unit);
  const units = extend ? ranked : [...ranked, ...unranked];
  const from = extend ? (rival ?? unit) : unit;
  const place = placeAfterKey(event.key, from === null ? -1 : units.indexOf(from), units.length);
  const next = place === null ? undefined : units[place];
  if (place === null || next === undefined) return false;
  if (extend) compareUnits(unit, next);
  else selectUnit(next);
  keys.onMoved(place);
  return true;
}

/** The place that a key leads to; null: the key is not ours. */
function placeAfterKey(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(at + 10, count - 1);
    case 'PageUp':
      return Math.max(at - 10, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
