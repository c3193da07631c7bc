import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { calmFollower } from '../../../renderer/ui/calm-follower.ts';
import { inQuietFrame, noteBusyFrame } from '../../../renderer/ui/quiet-frames.ts';

const FRAME_MS = 16;

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

describe('work that takes a frame of its own', () => {
  test('is done one piece a frame, in the order asked for', () => {
    const done: string[] = [];
    inQuietFrame(() => done.push('first'));
    inQuietFrame(() => done.push('second'));
    expect(done).toEqual([]);
    nextFrame();
    expect(done).toEqual(['first']);
    nextFrame();
    expect(done).toEqual(['first', 'second']);
  });

  test('waits while the ranking moves, but not for ever', () => {
    const work = vi.fn();
    inQuietFrame(work);
    noteBusyFrame();
    nextFrame();
    expect(work).not.toHaveBeenCalled();
    nextFrame();
    expect(work).toHaveBeenCalledOnce();

    inQuietFrame(work);
    for (let frame = 0; frame < 20; frame++) {
      noteBusyFrame();
      nextFrame();
    }
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('can be taken back', () => {
    const work = vi.fn();
    inQuietFrame(work)();
    nextFrame();
    nextFrame();
    expect(work).not.toHaveBeenCalled();
  });
});

describe('what is read', () => {
  test('follows once at a pause', () => {
    const follow = vi.fn();
    const { moved } = calmFollower(follow);
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

  test('follows about twice a second while things move on', () => {
    const follow = vi.fn();
    const { moved } = calmFollower(follow);
    for (let elapsed = 0; elapsed < 3000; elapsed += FRAME_MS) {
      moved();
      nextFrame();
    }
    expect(follow.mock.calls.length).toBeGreaterThanOrEqual(5);
    expect(follow.mock.calls.length).toBeLessThanOrEqual(6);
  });

  test('does not follow any more when it was stopped, in its pause or in line for a frame', () => {
    const follow = vi.fn();
    const { moved, stop } = calmFollower(follow);
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
