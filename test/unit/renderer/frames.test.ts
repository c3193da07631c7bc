import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { calmFollower } from '../../../renderer/ui/calm-follower.ts';
import { inFrameOfItsOwn } from '../../../renderer/ui/frames.ts';
import { isOver, placeOf } from '../../../renderer/ui/glide.ts';

const FRAME_MS = 16;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (run: (now: number) => void) =>
    setTimeout(() => run(performance.now()), FRAME_MS),
  );
});
afterEach(() => {
  vi.runAllTimers();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const nextFrame = () => vi.advanceTimersByTime(FRAME_MS);

describe('work that takes a frame of its own', () => {
  test('is done one piece a frame, in the order asked for', () => {
    const done: string[] = [];
    inFrameOfItsOwn(() => done.push('first'));
    inFrameOfItsOwn(() => done.push('second'));
    expect(done).toEqual([]);
    nextFrame();
    expect(done).toEqual(['first']);
    nextFrame();
    expect(done).toEqual(['first', 'second']);
  });

  test('can be taken back, and what is asked for then still has a frame of its own', () => {
    const done: string[] = [];
    inFrameOfItsOwn(() => done.push('unwanted'))();
    inFrameOfItsOwn(() => done.push('first'));
    inFrameOfItsOwn(() => done.push('second'));
    nextFrame();
    expect(done).toEqual(['first']);
    nextFrame();
    expect(done).toEqual(['first', 'second']);
  });
});

describe('what is read', () => {
  const NOW_AND_THEN_MS = 1000;

  test('follows once at a pause', () => {
    const follow = vi.fn();
    const { moved } = calmFollower(follow, NOW_AND_THEN_MS);
    moved();
    vi.advanceTimersByTime(50);
    moved();
    vi.advanceTimersByTime(99);
    expect(follow).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1 + FRAME_MS);
    expect(follow).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(5000);
    expect(follow).toHaveBeenCalledOnce();
  });

  const movedFor = (milliseconds: number, mostWait: number) => {
    const follow = vi.fn();
    const { moved } = calmFollower(follow, mostWait);
    for (let elapsed = 0; elapsed < milliseconds; elapsed += FRAME_MS) {
      moved();
      nextFrame();
    }
    return follow.mock.calls.length;
  };

  test('follows now and then while things move on, or only at the pause', () => {
    expect(movedFor(3000, NOW_AND_THEN_MS)).toBeGreaterThanOrEqual(2);
    expect(movedFor(3000, NOW_AND_THEN_MS)).toBeLessThanOrEqual(3);
    expect(movedFor(3000, Infinity)).toBe(0);
  });

  test('does not follow any more when it was stopped, in its pause or in line for a frame', () => {
    const follow = vi.fn();
    const { moved, stop } = calmFollower(follow, NOW_AND_THEN_MS);
    moved();
    stop();
    vi.advanceTimersByTime(1000);
    moved();
    vi.advanceTimersByTime(101);
    stop();
    vi.advanceTimersByTime(1000);
    expect(follow).not.toHaveBeenCalled();
  });
});

test('what glides goes from one place to the other, quickly at first, and arrives', () => {
  const glide = { from: 100, to: 0, since: 1000 };
  expect(placeOf(glide, 900)).toBe(100);
  expect(placeOf(glide, 1000)).toBe(100);
  const places = [1030, 1060, 1090, 1120, 1150].map((now) => placeOf(glide, now));
  expect(places).toEqual(places.toSorted((a, b) => b - a));
  expect(placeOf(glide, 1075)).toBeLessThan(50);
  expect(isOver(glide, 1149)).toBe(false);
  expect([placeOf(glide, 1150), isOver(glide, 1150), placeOf(glide, 9999)]).toEqual([0, true, 0]);
});
