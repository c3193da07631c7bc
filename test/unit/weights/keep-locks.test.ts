import { expect, test } from 'vitest';
import { keepLocks } from '../../../shared/weights/keep-locks.ts';
import { node } from '../../support/small-content.ts';

const present = [
  { node: node('a'), weight: 50 },
  { node: node('b'), weight: 30 },
  { node: node('c'), weight: 20 },
];
const weights = (shares: number[], ...locked: string[]) =>
  keepLocks(present, shares, new Set(locked.map(node))).map(({ weight }) => weight);

test('without locks the proposal is taken with the sum of now', () => {
  expect(weights([0.2, 0.2, 0.6])).toEqual([20, 20, 60]);
});

test('a locked sibling keeps its weight, and the others share the rest as proposed', () => {
  expect(weights([0.5, 0.125, 0.375], 'a')).toEqual([50, 12.5, 37.5]);
});

test('where the proposal gives the free ones nothing, nothing changes', () => {
  expect(weights([1, 0, 0], 'a')).toEqual([50, 30, 20]);
});
