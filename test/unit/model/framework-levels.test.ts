import { describe, expect, test } from 'vitest';
import { compileFramework } from '../../../electron/engine/compile-framework.ts';
import {
  aggregateLevels,
  entryOfLevel,
  withLevel,
} from '../../../shared/model/framework-levels.ts';
import { indexFramework } from '../../../shared/model/framework-index.ts';
import { makeFramework } from '../engine/make-request.ts';

describe('levels of a framework', () => {
  const framework = makeFramework([
    { code: 'd1', children: [{ code: 'g', children: [{ code: 'a' }, { code: 'b' }] }] },
    { code: 'd2', children: [{ code: 'c' }] },
  ]);

  test('are counted from the bottom, as the engine counts them', () => {
    const levels = aggregateLevels(indexFramework(framework));
    expect(levels.map((nodes) => nodes.map(({ code }) => code))).toEqual([
      ['g', 'd2'],
      ['d1'],
      ['index'],
    ]);
    const tree = compileFramework(framework, new Set());
    levels.forEach((nodes, at) =>
      nodes.forEach(({ code }) => expect(tree.level[tree.codes.indexOf(code)]).toBe(at + 1)),
    );
  });
});

describe('a list by level', () => {
  test('repeats its last entry', () => {
    expect([0, 1, 2].map((level) => entryOfLevel(['x', 'y'], level))).toEqual(['x', 'y', 'y']);
  });

  test('changes at one level only, and is written as short as it can be', () => {
    expect(withLevel(['x'], 0, 'y', 3)).toEqual(['y', 'x']);
    expect(withLevel(['x'], 1, 'y', 3)).toEqual(['x', 'y', 'x']);
    expect(withLevel(['x'], 2, 'y', 3)).toEqual(['x', 'x', 'y']);
    expect(withLevel(['y', 'x'], 0, 'x', 3)).toEqual(['x']);
    expect(withLevel(['x'], 0, 'y', 1)).toEqual(['y']);
  });
});
