import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  clearScores,
  completeScores,
  endPreview,
  noteScoresChanged,
  previewScores,
  refreshScores,
  useScores,
} from '../../../renderer/stores/score-store.ts';
import { followedScores } from '../../../renderer/stores/calm-scores.ts';
import { showParts } from '../../../renderer/stores/parts-on-screen.ts';
import { clearSelection, selectScenario } from '../../../renderer/stores/selection-store.ts';
import type { SiblingWeights } from '../../../shared/contract/scenario-operations.ts';
import type { ScenarioId } from '../../../shared/model/ids.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import type { ReweighedScores } from '../../../shared/model/reweighed-scores.ts';
import { connectFake, deferred, settle } from './fake-client.ts';
import { node, resultOf, reweighedOf } from './results.ts';

const result = (score: number) => resultOf(['a'], [{ code: 'x', rank: 1, score }]);
const weighing = (weight: number): SiblingWeights[] => [
  { parent: node('index'), weights: [{ node: node('a'), weight }] },
];
const shownScore = () => useScores.getState().preview?.score[0];

// A step is painted before the next is asked for.
beforeAll(() => vi.stubGlobal('requestAnimationFrame', (run: () => void) => queueMicrotask(run)));
afterAll(() => vi.unstubAllGlobals());

beforeEach(() => {
  clearSelection();
  clearScores();
});

describe('previews', () => {
  beforeEach(() => useScores.setState({ committed: result(50), baseline: result(50) }));

  test('are not laid over scores that are about to be read again', async () => {
    connectFake({
      'scores.preview': () => reweighedOf(result(10)),
      'scores.get': () => result(60),
    });
    noteScoresChanged();
    previewScores(weighing(1));
    await settle();
    expect(useScores.getState().preview).toBeNull();
    await refreshScores();
    previewScores(weighing(1));
    await settle();
    expect(shownScore()).toBe(10);
  });

  test('have at most one call in flight, and the latest weights win', async () => {
    const replies: ReturnType<typeof deferred<ReweighedScores>>[] = [];
    const host = connectFake({
      'scores.preview': () => {
        const reply = deferred<ReweighedScores>();
        replies.push(reply);
        return reply.promise;
      },
    });
    for (const weight of [1, 2, 3, 4]) previewScores(weighing(weight));
    await settle();
    expect(host.called('scores.preview')).toHaveLength(1);

    replies[0]?.resolve(reweighedOf(result(10)));
    await settle();
    expect(shownScore()).toBe(10);
    expect(host.called('scores.preview').map(({ input }) => input)).toMatchObject([
      { siblings: weighing(1) },
      { siblings: weighing(4) },
    ]);

    replies[1]?.resolve(reweighedOf(result(40)));
    await settle();
    expect(shownScore()).toBe(40);
    expect(host.called('scores.preview')).toHaveLength(2);
  });

  test('that answer after their drag has ended are dropped', async () => {
    const late = deferred<ReweighedScores>();
    connectFake({ 'scores.preview': () => late.promise });
    previewScores(weighing(1));
    await settle();
    endPreview();
    late.resolve(reweighedOf(result(99)));
    await settle();
    expect(useScores.getState().preview).toBeNull();
  });

  test('of a new drag are asked for even while the old one is in flight', async () => {
    const replies: ReturnType<typeof deferred<ReweighedScores>>[] = [];
    connectFake({
      'scores.preview': () => {
        const reply = deferred<ReweighedScores>();
        replies.push(reply);
        return reply.promise;
      },
    });
    previewScores(weighing(1));
    await settle();
    endPreview();
    previewScores(weighing(2));
    replies[0]?.resolve(reweighedOf(result(10)));
    await settle();
    expect(useScores.getState().preview).toBeNull();
    replies[1]?.resolve(reweighedOf(result(20)));
    await settle();
    expect(shownScore()).toBe(20);
  });
});

describe('scores with the contributions of all nodes', () => {
  beforeEach(() => {
    useScores.setState({ committed: result(50), baseline: result(50) });
    showParts([node('a')]);
  });
  afterEach(() => {
    showParts([]);
    endPreview();
  });

  test('are asked for once, although a step of a drag carries those of the parts on screen', async () => {
    const host = connectFake({ 'scores.preview': () => reweighedOf(result(10)) });
    previewScores(weighing(1));
    await settle();
    const [complete, again] = await Promise.all([completeScores(), completeScores()]);
    expect(complete?.score[0]).toBe(10);
    expect(again).toBe(complete);
    expect(host.called('scores.preview').map(({ input }) => input)).toEqual([
      { scenario: 'baseline', siblings: weighing(1), contributionsOf: ['a'] },
      { scenario: 'baseline', siblings: weighing(1) },
    ]);
    endPreview();
    expect((await completeScores())?.score[0]).toBe(50);
  });

  test('are what readers get when the hand pauses, and none that come after the drag', async () => {
    vi.useFakeTimers();
    try {
      let reply = deferred<ReweighedScores>();
      connectFake({
        'scores.preview': ({ contributionsOf }) =>
          contributionsOf === undefined ? reply.promise : reweighedOf(result(10)),
      });
      const readers = followedScores(Infinity);
      const changed = vi.fn();
      const end = readers.subscribe(changed);
      const pause = () => vi.advanceTimersByTimeAsync(350);
      previewScores(weighing(1));
      await pause();
      expect(readers.now()?.score[0]).toBe(50);
      reply.resolve(reweighedOf(result(10)));
      await pause();
      expect(readers.now()?.score[0]).toBe(10);

      reply = deferred();
      previewScores(weighing(2));
      await pause();
      endPreview();
      expect(readers.now()?.score[0]).toBe(50);
      reply.resolve(reweighedOf(result(99)));
      await pause();
      expect(readers.now()?.score[0]).toBe(50);
      end();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('refreshScores', () => {
  test('drops the answer for a scenario that is no longer selected', async () => {
    const slow = deferred<ScoringResult>();
    connectFake({
      'scores.get': ({ scenario }) => (scenario === 'baseline' ? slow.promise : result(70)),
    });
    const first = refreshScores();
    selectScenario('other' as ScenarioId);
    slow.resolve(result(10));
    await first;
    expect(useScores.getState().committed).toBeNull();
    await refreshScores();
    expect(useScores.getState().committed?.score[0]).toBe(70);
    expect(useScores.getState().baseline?.score[0]).toBe(10);
  });

  test('reads the baseline once when it is the one selected', async () => {
    const host = connectFake({ 'scores.get': () => result(54) });
    await refreshScores();
    expect(host.called('scores.get')).toHaveLength(1);
    expect(useScores.getState().baseline).toBe(useScores.getState().committed);
  });

  test('keeps the error to be shown at the place', async () => {
    connectFake({
      'scores.get': () => {
        throw new Error('no method');
      },
    });
    await refreshScores();
    expect(useScores.getState().error).toMatchObject({ message: 'no method' });
  });
});
