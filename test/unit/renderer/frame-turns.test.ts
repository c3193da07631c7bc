import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const FRAME_MS = 16;
let frameMs = FRAME_MS;

let { calmFollower } = await import('../../../renderer/ui/calm-follower.ts');
let { allPainted, giveUpTurn, inQuietFrame, paintBeside, paintInTurn } =
  await import('../../../renderer/ui/frame-turns.ts');

beforeEach(async () => {
  // What a frame holds is learnt from those before it: every test begins anew.
  vi.resetModules();
  ({ calmFollower } = await import('../../../renderer/ui/calm-follower.ts'));
  ({ allPainted, giveUpTurn, inQuietFrame, paintBeside, paintInTurn } =
    await import('../../../renderer/ui/frame-turns.ts'));
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (run: (now: number) => void) =>
    setTimeout(() => run(performance.now()), frameMs),
  );
  frameMs = FRAME_MS;
});
afterEach(() => {
  vi.runAllTimers();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const nextFrame = () => vi.advanceTimersByTime(FRAME_MS);
const piece = (texts: number, paint: () => void = () => undefined) => ({ texts, paint });

describe('pieces', () => {
  test('are fewer in a frame after late ones, and more after timely ones', () => {
    let painted = 0;
    const paintMany = () => {
      paintInTurn(...Array.from({ length: 2000 }, () => piece(1, () => (painted += 1))));
    };
    const paintedInOneFrame = (ms: number) => {
      const before = painted;
      vi.advanceTimersByTime(ms);
      return painted - before;
    };
    paintMany();
    const first = paintedInOneFrame(FRAME_MS);
    for (let frame = 0; frame < 40; frame++) paintedInOneFrame(FRAME_MS);
    const grown = paintedInOneFrame(FRAME_MS);
    expect(grown).toBeGreaterThan(first);
    frameMs = 3 * FRAME_MS;
    paintedInOneFrame(FRAME_MS);
    for (let frame = 0; frame < 3; frame++) paintedInOneFrame(frameMs);
    expect(paintedInOneFrame(frameMs)).toBeLessThan(grown);
  });

  test('are painted in their order, so many a frame that it is in time', () => {
    const painted: string[] = [];
    paintInTurn(...[...'abcde'].map((name) => piece(10, () => painted.push(name))));
    expect(painted).toEqual([]);
    nextFrame();
    expect(painted.join('')).toBe('ab');
    nextFrame();
    expect(painted.join('')).toBe('abcd');
    nextFrame();
    expect(painted.join('')).toBe('abcde');
  });

  test('that are larger than a frame are painted alone', () => {
    const painted: string[] = [];
    const named = (name: string, texts: number) => piece(texts, () => painted.push(name));
    paintInTurn(named('small', 1), named('large', 1000), named('last', 1));
    nextFrame();
    expect(painted).toEqual(['small']);
    nextFrame();
    expect(painted).toEqual(['small', 'large']);
    nextFrame();
    expect(painted).toEqual(['small', 'large', 'last']);
  });

  test('that wait already keep their turn, and are painted once', () => {
    const painted: string[] = [];
    const [first, second] = [
      piece(15, () => painted.push('1')),
      piece(15, () => painted.push('2')),
    ];
    paintInTurn(first, second);
    paintInTurn(second, first);
    nextFrame();
    nextFrame();
    nextFrame();
    expect(painted).toEqual(['1', '2']);
  });

  test('beside them are painted where there is room, and hold up nothing', async () => {
    const painted: string[] = [];
    const said = vi.fn(() => painted.push('said'));
    paintBeside(piece(10, () => painted.push('beside')));
    paintInTurn(...[...'abc'].map((name) => piece(10, () => painted.push(name))));
    void allPainted().then(said);
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    expect(painted.join()).toBe('a,b');
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    expect(painted.join()).toBe('a,b,c,beside,said');

    paintInTurn(piece(20, () => painted.push('d')));
    paintBeside(piece(10, () => painted.push('late')));
    void allPainted().then(said);
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    expect(painted.slice(5).join()).toBe('d,said');
    nextFrame();
    expect(painted.at(-1)).toBe('late');
  });

  test('that gave up their turn are not painted', () => {
    const paint = vi.fn();
    const unwanted = piece(1, paint);
    paintInTurn(unwanted);
    giveUpTurn(unwanted);
    nextFrame();
    expect(paint).not.toHaveBeenCalled();
  });

  test('are all painted in the frame in which that is said', async () => {
    const said = vi.fn();
    paintInTurn(piece(15), piece(15));
    void allPainted().then(said);
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    expect(said).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    expect(said).toHaveBeenCalledOnce();
  });
});

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

  test('waits while pieces are painted, but not for ever', () => {
    const work = vi.fn();
    inQuietFrame(work);
    paintInTurn(piece(1));
    nextFrame();
    expect(work).not.toHaveBeenCalled();
    nextFrame();
    expect(work).toHaveBeenCalledOnce();

    inQuietFrame(work);
    for (let frame = 0; frame < 20; frame++) {
      paintInTurn(piece(1));
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

  test('follows about once a second while things move on', () => {
    const follow = vi.fn();
    const { moved } = calmFollower(follow);
    for (let elapsed = 0; elapsed < 3000; elapsed += FRAME_MS) {
      moved();
      nextFrame();
    }
    expect(follow.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(follow.mock.calls.length).toBeLessThanOrEqual(3);
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
