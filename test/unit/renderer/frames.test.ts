import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Calm, calmFollower, PAUSE_MS } from '../../../renderer/ui/calm-follower.ts';
import { inFrameOfItsOwn, inTurn } from '../../../renderer/ui/frames.ts';
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

describe('figures that take turns', () => {
  const asked = (count: number) => {
    const done: number[] = [];
    const works = Array.from({ length: count }, (_, at) => () => void done.push(at));
    return { done, works };
  };

  test('have all had theirs within a round, some in each frame', () => {
    const { done, works } = asked(20);
    for (const work of works) inTurn(work);
    expect(done).toEqual([]);
    nextFrame();
    expect(done.length).toBeGreaterThan(0);
    expect(done.length).toBeLessThanOrEqual(3);
    for (let frame = 0; frame < 20; frame++) nextFrame();
    expect(done).toEqual(works.map((_, at) => at));
  });

  test('come round when they are asked for in every frame', () => {
    const { done, works } = asked(6);
    for (let frame = 0; frame < 12; frame++) {
      for (const work of works) inTurn(work);
      nextFrame();
    }
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]);
  });

  test('can be taken back', () => {
    const { done, works } = asked(2);
    const [takeBack] = works.map((work) => inTurn(work));
    takeBack?.();
    nextFrame();
    expect(done).toEqual([1]);
  });
});

describe('what is read', () => {
  const nowAndThen = { mostWait: 1000, movesOn: () => false };
  const atPauses = { mostWait: Infinity, movesOn: () => false };

  test('follows once at a pause', () => {
    const follow = vi.fn();
    const { moved } = calmFollower(follow, nowAndThen);
    moved();
    vi.advanceTimersByTime(50);
    moved();
    vi.advanceTimersByTime(PAUSE_MS - 1);
    expect(follow).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(follow).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(5000);
    expect(follow).toHaveBeenCalledOnce();
  });

  const movedFor = (milliseconds: number, calm: Calm) => {
    const follow = vi.fn();
    const { moved } = calmFollower(follow, calm);
    for (let elapsed = 0; elapsed < milliseconds; elapsed += FRAME_MS) {
      moved();
      nextFrame();
    }
    return follow.mock.calls.length;
  };

  test('follows now and then while things move on, or only at the pause', () => {
    expect(movedFor(3000, nowAndThen)).toBeGreaterThanOrEqual(2);
    expect(movedFor(3000, nowAndThen)).toBeLessThanOrEqual(3);
    expect(movedFor(3000, atPauses)).toBe(0);
  });

  test('takes nothing for a pause while it is known to move on', () => {
    const follow = vi.fn();
    let isUnderWay = true;
    const { moved } = calmFollower(follow, { mostWait: 1000, movesOn: () => isUnderWay });
    moved();
    vi.advanceTimersByTime(700);
    expect(follow).not.toHaveBeenCalled();
    isUnderWay = false;
    vi.advanceTimersByTime(PAUSE_MS);
    expect(follow).toHaveBeenCalledOnce();

    isUnderWay = true;
    moved();
    vi.advanceTimersByTime(1000);
    expect(follow).toHaveBeenCalledTimes(2);
  });

  test('does not follow any more when it was stopped', () => {
    const follow = vi.fn();
    const { moved, stop } = calmFollower(follow, nowAndThen);
    moved();
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
