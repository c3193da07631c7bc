import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  beginDrag,
  cancelDrag,
  commitDrag,
  dragTo,
  restoreSiblings,
  toggleLock,
  useWeightDrag,
} from '../../../renderer/features/weights/weight-drag.ts';
import { useLayout } from '../../../renderer/stores/layout-store.ts';
import { useScenarios } from '../../../renderer/stores/scenario-store.ts';
import { clearScores, useScores } from '../../../renderer/stores/score-store.ts';
import { useWorkbook } from '../../../renderer/stores/workbook-store.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { indexFramework } from '../../../shared/model/framework-index.ts';
import type { NodeCode, Revision } from '../../../shared/model/ids.ts';
import { connectFake, settle } from './fake-client.ts';
import { node, resultOf, reweighedOf } from './results.ts';

const codes = ['a', 'b', 'c'];
const result = resultOf(codes, [{ code: 'x', rank: 1, score: 50 }]);

function weightsOf(list: readonly { node: NodeCode; weight: number }[] | undefined) {
  return Object.fromEntries((list ?? []).map(({ node: code, weight }) => [code, weight]));
}
const dragged = () => weightsOf(useWeightDrag.getState().drag?.current);

// A step is painted before the next is asked for.
beforeAll(() => vi.stubGlobal('requestAnimationFrame', (run: () => void) => queueMicrotask(run)));
afterAll(() => vi.unstubAllGlobals());

beforeEach(() => {
  useWeightDrag.setState({ drag: null, refused: null });
  clearScores();
  useScores.setState({ committed: result });
  useLayout.setState({ memories: {} });
  const index = indexFramework({
    id: 'small',
    name: { zh: '小', en: 'small' },
    source: null,
    assumptions: [],
    nodes: [null, ...codes].map((code) => ({
      code: node(code ?? 'index'),
      parent: code === null ? null : node('index'),
      name: { zh: '', en: '' },
      weight: 1,
      indicator: null,
    })),
  });
  useWorkbook.setState({ index, revision: 7 as Revision });
  useScenarios.setState({
    resolved: null,
    weights: new Map([
      [node('a'), 50],
      [node('b'), 30],
      [node('c'), 20],
    ]),
    baselineWeights: new Map([
      [node('a'), 1],
      [node('b'), 1],
      [node('c'), 2],
    ]),
  });
});

describe('a drag of a weight', () => {
  test('previews while it moves and writes once, with the revision it is based on', async () => {
    const host = connectFake({
      'scores.preview': () => reweighedOf(result),
      'scenarios.setWeights': () => ({ revision: 8 as Revision }),
      'layout.set': () => ({}),
    });
    expect(beginDrag(node('a'))).toBe(true);
    dragTo(0.6);
    dragTo(0.75);
    expect(dragged()).toEqual({ a: 75, b: 15, c: 10 });
    await settle();
    expect(useScores.getState().preview).toEqual(result);
    await commitDrag();
    expect(host.called('scenarios.setWeights').map(({ input }) => input)).toEqual([
      {
        scenario: 'baseline',
        baseRevision: 7,
        siblings: [
          {
            parent: 'index',
            weights: [
              { node: 'a', weight: 75 },
              { node: 'b', weight: 15 },
              { node: 'c', weight: 10 },
            ],
          },
        ],
      },
    ]);
    expect(useWeightDrag.getState().drag).toBeNull();
    expect(useScores.getState().preview).toBeNull();
    expect(useWorkbook.getState().revision).toBe(8);
  });

  test('is computed from its start, so that going to the end and back changes nothing', async () => {
    const host = connectFake({ 'scores.preview': () => reweighedOf(result) });
    beginDrag(node('a'));
    for (const share of [1, 0, 0.9, 0.5]) dragTo(share);
    expect(dragged()).toEqual({ a: 50, b: 30, c: 20 });
    await commitDrag();
    expect(host.called('scenarios.setWeights')).toHaveLength(0);
    expect(useWeightDrag.getState().drag).toBeNull();
  });

  test('knows what has moved since it began, also when that is back where it was', () => {
    connectFake({ 'scores.preview': () => reweighedOf(result), 'layout.set': () => ({}) });
    toggleLock(node('b'));
    beginDrag(node('a'));
    const moved = () => [...(useWeightDrag.getState().drag?.moved ?? [])];
    expect(moved()).toEqual([]);
    dragTo(0.6);
    expect(moved()).toEqual(['a', 'c']);
    dragTo(0.5);
    expect(dragged()).toEqual({ a: 50, b: 30, c: 20 });
    expect(moved()).toEqual(['a', 'c']);
    cancelDrag();
  });

  test('lets the ranking get ready when it begins, and go when nothing has moved', async () => {
    connectFake({ 'scores.preview': () => reweighedOf(result) });
    beginDrag(node('a'));
    expect(useScores.getState().previewAwaited).toBe(true);
    await commitDrag();
    expect(useScores.getState().previewAwaited).toBe(false);
  });

  test('taken back by Escape writes nothing', async () => {
    const host = connectFake({ 'scores.preview': () => reweighedOf(result) });
    beginDrag(node('b'));
    dragTo(0.9);
    cancelDrag();
    await commitDrag();
    await settle();
    expect(host.called('scenarios.setWeights')).toHaveLength(0);
    expect(useScores.getState().preview).toBeNull();
  });

  test('never moves a locked sibling, and does not begin where all others are locked', () => {
    connectFake({ 'scores.preview': () => reweighedOf(result), 'layout.set': () => ({}) });
    toggleLock(node('b'));
    beginDrag(node('a'));
    dragTo(1);
    expect(dragged()).toEqual({ a: 70, b: 30, c: 0 });
    cancelDrag();
    toggleLock(node('c'));
    expect(beginDrag(node('a'))).toBe(false);
    toggleLock(node('b'));
    expect(beginDrag(node('a'))).toBe(true);
  });

  test('that is refused goes back and says why at its node', async () => {
    const refusal = new AppError('E_CONFLICT', 'revision 9 is newer than 7');
    connectFake({
      'scores.preview': () => reweighedOf(result),
      'scenarios.setWeights': () => {
        throw refusal;
      },
    });
    beginDrag(node('c'));
    dragTo(0.4);
    await commitDrag();
    expect(useWeightDrag.getState()).toEqual({
      drag: null,
      refused: { node: 'c', error: refusal },
    });
    expect(useScores.getState().preview).toBeNull();
  });

  test('ends when the weights change under it', () => {
    connectFake({ 'scores.preview': () => reweighedOf(result) });
    beginDrag(node('a'));
    dragTo(0.9);
    useScenarios.setState({ weights: new Map([[node('a'), 10]]) });
    expect(useWeightDrag.getState().drag).toBeNull();
  });

  test('remembers the ratio of what it pushed to zero', async () => {
    connectFake({
      'scores.preview': () => reweighedOf(result),
      'scenarios.setWeights': () => ({ revision: 8 as Revision }),
      'layout.set': () => ({}),
    });
    beginDrag(node('a'));
    dragTo(1);
    await commitDrag();
    useScenarios.setState({
      weights: new Map([
        [node('a'), 100],
        [node('b'), 0],
        [node('c'), 0],
      ]),
    });
    beginDrag(node('a'));
    dragTo(0.5);
    expect(dragged()).toEqual({ a: 50, b: 30, c: 20 });
  });
});

test('restoring gives the siblings the ratios of the baseline and keeps their sum', async () => {
  const host = connectFake({ 'scenarios.setWeights': () => ({ revision: 8 as Revision }) });
  await restoreSiblings(node('index'));
  expect(host.called('scenarios.setWeights')[0]?.input).toMatchObject({
    siblings: [
      {
        weights: [
          { node: 'a', weight: 25 },
          { node: 'b', weight: 25 },
          { node: 'c', weight: 50 },
        ],
      },
    ],
  });
});
