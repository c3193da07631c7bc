import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRowTurns } from '../../../renderer/features/ranking/use-rows-in-turn.ts';

const FRAME_MS = 16;
/** Two rows a frame. */
const TEXTS = 12;

interface TestRow {
  readonly slot: number;
  readonly step: number;
}

const rowsOf = (step: number, slots: readonly number[] = [0, 1, 2, 3]): TestRow[] =>
  slots.map((slot) => ({ slot, step }));
const stepsIn = (rows: readonly TestRow[]) => rows.map(({ step }) => step).join('');

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, FRAME_MS));
});
afterEach(() => {
  vi.runAllTimers();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const nextFrame = () => vi.advanceTimersByTime(FRAME_MS);

describe('rows in turn', () => {
  test('are taken over from the top, a few in each frame', () => {
    const turns = createRowTurns(rowsOf(0), TEXTS);
    turns.follow(rowsOf(1), true);
    expect(stepsIn(turns.painted())).toBe('0000');
    nextFrame();
    expect(stepsIn(turns.painted())).toBe('1100');
    nextFrame();
    expect(stepsIn(turns.painted())).toBe('1111');
  });

  test('are those of now at once when the hand rests, also in the middle of a step', () => {
    const turns = createRowTurns(rowsOf(0), TEXTS);
    turns.follow(rowsOf(1), true);
    nextFrame();
    turns.follow(rowsOf(2), false);
    expect(stepsIn(turns.painted())).toBe('2222');
    nextFrame();
    expect(stepsIn(turns.painted())).toBe('2222');
  });

  test('come and go at once when other elements are in sight', () => {
    const turns = createRowTurns(rowsOf(0), TEXTS);
    turns.follow(rowsOf(1, [1, 2, 9]), true);
    expect(turns.painted()).toEqual([
      { slot: 1, step: 0 },
      { slot: 2, step: 0 },
      { slot: 9, step: 1 },
    ]);
  });

  test('tell when they change, and are given up with their list', () => {
    const turns = createRowTurns(rowsOf(0), TEXTS);
    const changed = vi.fn();
    const stop = turns.subscribe(changed);
    turns.follow(rowsOf(1), true);
    changed.mockClear();
    nextFrame();
    expect(changed).toHaveBeenCalled();
    stop();
    nextFrame();
    expect(stepsIn(turns.painted())).toBe('1100');
  });
});
