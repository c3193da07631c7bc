import type { FrameworkIndex } from './framework-index.ts';
import type { FrameworkNode } from './framework.ts';

/**
 * The aggregates by level, bottom level first: an indicator is at level 0, an aggregate one above its highest child. The
 * lists of a method (aggregation, availability) run in this order.
 */
export function aggregateLevels(index: FrameworkIndex): readonly (readonly FrameworkNode[])[] {
  const levels: FrameworkNode[][] = [];
  const levelOf = (node: FrameworkNode): number => {
    const children = index.children.get(node.code) ?? [];
    const level = children.reduce((highest, child) => Math.max(highest, levelOf(child) + 1), 0);
    if (level > 0) (levels[level - 1] ??= []).push(node);
    return level;
  };
  levelOf(index.root);
  return levels;
}

/** The entry of a list of a method for a level counted from 0; a list that is too short repeats its last entry. */
export function entryOfLevel<Entry>(list: readonly Entry[], level: number): Entry | undefined {
  return list[Math.min(level, list.length - 1)];
}

/** The list with another entry at a level, as short as it can be written. */
export function withLevel<Entry>(
  list: readonly Entry[],
  level: number,
  entry: Entry,
  levelCount: number,
): Entry[] {
  const whole = Array.from({ length: levelCount }, (_, at) =>
    at === level ? entry : entryOfLevel(list, at),
  ) as Entry[];
  const text = (each: Entry) => JSON.stringify(each);
  const last = whole.at(-1) as Entry;
  const tail = whole.findLastIndex((each) => text(each) !== text(last));
  return whole.slice(0, tail + 2);
}
