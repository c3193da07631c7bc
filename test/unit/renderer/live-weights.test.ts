import { beforeEach, expect, test } from 'vitest';
import { pointsOnScreen, weightOnScreen } from '../../../renderer/features/weights/live-weights.ts';
import { useWeightDrag } from '../../../renderer/features/weights/weight-drag.ts';
import { useScenarios } from '../../../renderer/stores/scenario-store.ts';
import { useWorkbook } from '../../../renderer/stores/workbook-store.ts';
import { indexFramework } from '../../../shared/model/framework-index.ts';
import { startWeightDrag } from '../../../shared/weights/rebalance.ts';
import type { ScenarioId } from '../../../shared/model/ids.ts';
import { node } from './results.ts';

const start = [
  { node: node('a'), weight: 50 },
  { node: node('b'), weight: 50 },
];

beforeEach(() => {
  const parents = { index: null, a: 'index', b: 'index', a1: 'a', a2: 'a' } as const;
  const index = indexFramework({
    id: 'small',
    name: { zh: '小', en: 'small' },
    source: null,
    assumptions: [],
    nodes: Object.entries(parents).map(([code, parent]) => ({
      code: node(code),
      parent: parent === null ? null : node(parent),
      name: { zh: '', en: '' },
      weight: 1,
      indicator: null,
    })),
  });
  useWorkbook.setState({ index });
  useWeightDrag.setState({ drag: null });
  useScenarios.setState({
    resolved: null,
    weights: new Map([
      ...start.map(({ node: code, weight }) => [code, weight] as const),
      [node('a1'), 1],
      [node('a2'), 3],
    ]),
  });
});

function drag(current: typeof start): void {
  useWeightDrag.setState({
    drag: {
      scenario: 'baseline' as ScenarioId,
      node: node('a'),
      parent: node('index'),
      rule: startWeightDrag(start, node('a'), new Set(), new Map()),
      start,
      leftOut: [],
      current,
      moved: new Set(),
      giver: null,
      committing: false,
    },
  });
}

test('at rest the weights on screen are those of the scenario', () => {
  expect(weightOnScreen(node('a'))?.share).toBe(0.5);
  expect(pointsOnScreen(node('a2'))).toBe(37.5);
  expect(pointsOnScreen(node('index'))).toBe(100);
});

test('during a drag they are those of the hand, down to the children, and at rest again after it', () => {
  drag([
    { node: node('a'), weight: 80 },
    { node: node('b'), weight: 20 },
  ]);
  expect(weightOnScreen(node('b'))).toMatchObject({ share: 0.2, printedPoints: '20' });
  expect(pointsOnScreen(node('a2'))).toBe(60);
  useWeightDrag.setState({ drag: null });
  expect(pointsOnScreen(node('a2'))).toBe(37.5);
});

test('a node that is not scored has no weight on screen', () => {
  expect(weightOnScreen(node('unknown'))).toBeUndefined();
});
