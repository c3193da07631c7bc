import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { giveUpTurn, paintInTurn, type Piece } from '../../ui/frame-turns.ts';

/** What an element shows. */
export interface ElementRow {
  /** Which element. */
  readonly slot: number | string;
}

/**
 * Rows as they are painted. At rest these are the `rows`; while weights are `moving` the elements that are on screen take
 * them over one after another, from the top, a few in each frame, because all of them are too much for one.
 *
 * @param texts about how many texts of a row change
 */
export function useRowsInTurn<Row extends ElementRow>(
  rows: readonly Row[],
  moving: boolean,
  texts: number,
): readonly Row[] {
  const [turns] = useState(() => createRowTurns(rows, texts));
  const painted = useSyncExternalStore(turns.subscribe, turns.painted);
  useLayoutEffect(() => turns.follow(rows, moving), [turns, rows, moving]);
  return moving ? painted : rows;
}

/** Kept apart from the rendering, so that all rows of a frame are rendered together, and before it is painted. */
export function createRowTurns<Row extends ElementRow>(initial: readonly Row[], texts: number) {
  let wanted = initial;
  let painted = initial;
  let waiting: readonly Piece[] = [];
  let listener: (() => void) | null = null;

  function show(rows: readonly Row[]): void {
    painted = rows;
    listener?.();
  }

  function pieceOf(row: Row): Piece {
    return {
      texts,
      paint: () => show(painted.map((shown) => (shown.slot === row.slot ? row : shown))),
    };
  }

  return {
    painted: () => painted,
    subscribe(changed: () => void): () => void {
      listener = changed;
      return () => {
        listener = null;
        waiting.forEach(giveUpTurn);
      };
    },
    follow(rows: readonly Row[], inTurn: boolean): void {
      if (rows === wanted && inTurn) return;
      wanted = rows;
      waiting.forEach(giveUpTurn);
      if (!inTurn) {
        // As rendered; nothing is left to tell.
        painted = rows;
        return;
      }
      const before = new Map(painted.map((row) => [row.slot, row]));
      // Elements come and go at once: there is nothing in them that could stay meanwhile.
      show(rows.map((row) => before.get(row.slot) ?? row));
      waiting = rows.filter(({ slot }) => before.has(slot)).map(pieceOf);
      paintInTurn(...waiting);
    },
  };
}
