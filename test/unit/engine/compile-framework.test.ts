import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../shared/model/framework.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import {
  compileFramework,
  frameworkShares,
  relativeWeights,
} from '../../../electron/engine/compile-framework.ts';
import { expectAppError } from './expect-app-error.ts';
import { makeFramework } from './make-request.ts';

const set = (...codes: string[]) => new Set(codes as NodeCode[]);

/** An index with a leaf of its own, a flat group and a group with a group: leaves at three depths. */
const uneven = makeFramework([
  { code: 'a', weight: 1 },
  {
    code: 'G',
    weight: 3,
    children: [
      { code: 'b', weight: 2 },
      { code: 'c', weight: 6 },
    ],
  },
  {
    code: 'H',
    weight: 4,
    children: [
      { code: 'K', children: [{ code: 'd' }, { code: 'e' }] },
      { code: 'f', weight: 3 },
    ],
  },
]);

function edited(edit: (nodes: Framework['nodes']) => void): Framework {
  const nodes = uneven.nodes.map((node) => ({ ...node }));
  edit(nodes);
  return { ...uneven, nodes };
}

describe('compileFramework', () => {
  it('lays out a tree of any depth as flat arrays', () => {
    const tree = compileFramework(uneven);
    expect(tree.codes).toEqual(['index', 'a', 'G', 'b', 'c', 'H', 'K', 'd', 'e', 'f']);
    expect([...tree.parent]).toEqual([-1, 0, 0, 2, 2, 0, 5, 6, 6, 5]);
    expect([...tree.level]).toEqual([3, 0, 1, 0, 0, 2, 1, 0, 0, 0]);
    expect([...tree.leafOfNode]).toEqual([-1, 0, -1, 1, 2, -1, -1, 3, 4, 5]);
    expect([...tree.nodeOfLeaf]).toEqual([1, 3, 4, 7, 8, 9]);
    expect([...tree.sourceLeaf]).toEqual([0, 1, 2, 3, 4, 5]);
    const children = (node: number) => [
      ...tree.children.subarray(tree.childStart[node], tree.childStart[node + 1]),
    ];
    expect(children(0)).toEqual([1, 2, 5]);
    expect(children(5)).toEqual([6, 9]);
    expect(children(1)).toEqual([]);
    expect(tree.indicators).toHaveLength(6);
  });

  it('leaves out an excluded branch, and an aggregate that loses all its children', () => {
    expect(compileFramework(uneven, set('H')).codes).toEqual(['index', 'a', 'G', 'b', 'c']);
    const tree = compileFramework(uneven, set('d', 'e'));
    expect(tree.codes).toEqual(['index', 'a', 'G', 'b', 'c', 'H', 'f']);
    expect([...tree.sourceLeaf]).toEqual([0, 1, 2, 5]);
    // The level stays what it was in the whole framework, so the same aggregation applies.
    expect(tree.level[tree.codes.indexOf('H' as NodeCode)]).toBe(2);
  });

  it.each<[string, (nodes: Framework['nodes']) => void, string | undefined]>([
    ['duplicate-node', (nodes) => Object.assign(nodes[3] as object, { code: 'a' }), 'a'],
    ['second-index', (nodes) => Object.assign(nodes[2] as object, { parent: null }), 'G'],
    ['unknown-parent', (nodes) => Object.assign(nodes[3] as object, { parent: 'X' }), 'b'],
    // A circle cannot list every parent before its child.
    ['unknown-parent', (nodes) => Object.assign(nodes[5] as object, { parent: 'K' }), 'H'],
    ['indicator-with-children', (nodes) => Object.assign(nodes[3] as object, { parent: 'a' }), 'a'],
    [
      'index-is-indicator',
      (nodes) => void nodes.splice(0, 1, { ...nodes[1]!, parent: null }),
      undefined,
    ],
  ])('refuses what is no tree: %s', (reason, edit, node) => {
    const framework = edited(edit);
    if (reason === 'index-is-indicator') framework.nodes.length = 1;
    expectAppError(() => compileFramework(framework), 'E_INPUT', { reason, ...(node && { node }) });
  });

  it('refuses to score nothing', () => {
    const all = set('a', 'G', 'H');
    expectAppError(() => compileFramework(uneven, all), 'E_PRECONDITION', {
      reason: 'no-indicators',
    });
    expectAppError(() => compileFramework(uneven, set('index')), 'E_PRECONDITION', {
      reason: 'no-indicators',
    });
  });
});

describe('frameworkShares', () => {
  const sharesOf = (excluded = set(), replaced = new Map<NodeCode, number>()) => {
    const tree = compileFramework(uneven, excluded);
    const shares = frameworkShares(tree, relativeWeights(tree, uneven, replaced));
    const of = (array: Float64Array) =>
      Object.fromEntries(tree.codes.map((code, at) => [code, array[at]]));
    return { local: of(shares.local), effective: of(shares.effective) };
  };

  it('makes weights relative to their siblings and multiplies them down the path', () => {
    const { local, effective } = sharesOf();
    expect(local).toMatchObject({
      index: 1,
      a: 1 / 8,
      G: 3 / 8,
      H: 4 / 8,
      b: 0.25,
      c: 0.75,
      f: 0.75,
    });
    expect(effective).toMatchObject({ b: (3 / 8) * 0.25, K: 0.125, d: 0.0625, f: 0.375 });
  });

  it('gives the weight of what is excluded to its siblings', () => {
    const { local } = sharesOf(set('H'));
    expect(local).toMatchObject({ a: 0.25, G: 0.75, b: 0.25 });
  });

  it('replaces the weights it is told to', () => {
    const { local } = sharesOf(set(), new Map([['a' as NodeCode, 9]]));
    expect(local).toMatchObject({ a: 9 / 16, G: 3 / 16 });
    expectAppError(() => sharesOf(set(), new Map([['X' as NodeCode, 9]])), 'E_INPUT', {
      reason: 'unknown-node',
      node: 'X',
    });
  });

  it('names a node whose children all weigh nothing', () => {
    const none = new Map([
      ['b' as NodeCode, 0],
      ['c' as NodeCode, 0],
    ]);
    expectAppError(() => sharesOf(set(), none), 'E_PRECONDITION', {
      reason: 'zero-weights',
      node: 'G',
    });
  });

  it.each([-1, NaN, Infinity])('refuses the weight %s', (weight) => {
    expectAppError(() => sharesOf(set(), new Map([['b' as NodeCode, weight]])), 'E_INPUT', {
      reason: 'bad-weight',
      node: 'b',
      found: String(weight),
    });
  });
});
