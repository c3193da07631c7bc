import type { FrameworkIndex } from '../model/framework-index.ts';
import type { NodeCode } from '../model/ids.ts';
import type { WeightSet } from '../model/weight-set.ts';
import { groupsOfSet } from '../weights/weight-set-groups.ts';
import type { Names } from './names.ts';
import { formatSharePercent } from './numbers.ts';

/**
 * How a set of weights differs from those of now, a clause for each node whose printed share among its siblings differs;
 * and for each group of which the set says nothing. None: it is what is in force.
 */
export function weightSetInWords(
  index: FrameworkIndex,
  current: ReadonlyMap<NodeCode, number>,
  set: WeightSet,
  names: Names,
): string[] {
  const words = WORDS[names.language];
  const { changed, unknown } = groupsOfSet(index, current, set);
  const differences = changed.flatMap(({ weights }) => {
    const sumOf = (weightOf: (at: number) => number) =>
      weights.reduce((sum, _, at) => sum + weightOf(at), 0);
    const now = (at: number) => current.get(weights[at]?.node as NodeCode) ?? 0;
    const then = (at: number) => weights[at]?.weight ?? 0;
    return weights.flatMap(({ node }, at) => {
      const before = formatSharePercent(now(at) / sumOf(now));
      const after = formatSharePercent(then(at) / sumOf(then));
      return before === after ? [] : [words.differs(names.node(node), before, after)];
    });
  });
  return [...differences, ...unknown.map((parent) => words.unknown(names.node(parent)))];
}

const WORDS = {
  zh: {
    differs: (node: string, before: string, after: string) =>
      `${node}：现占同级 ${before}，方案中 ${after}`,
    unknown: (parent: string) => `${parent}的下级与方案中不同，保持不变`,
  },
  en: {
    differs: (node: string, before: string, after: string) =>
      `${node}: ${before} of its siblings now, ${after} in the set`,
    unknown: (parent: string) =>
      `what is below ${parent} is not what the set knows, and stays as it is`,
  },
} as const;
