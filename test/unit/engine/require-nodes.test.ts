import { expect, it } from 'vitest';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { compileFramework } from '../../../electron/engine/compile-framework.ts';
import { requireNodes } from '../../../electron/engine/require-nodes.ts';
import { expectAppError } from './expect-app-error.ts';
import { makeFramework } from './make-request.ts';

const framework = makeFramework([{ code: 'G', children: [{ code: 'a' }, { code: 'b' }] }]);

it('finds the places of nodes in the tree', () => {
  const tree = compileFramework(framework);
  const codes = ['b', 'index', 'b'] as NodeCode[];
  const found = requireNodes(tree, codes);
  expect([...found].map((node) => tree.codes[node])).toEqual(['b', 'index']);
});

it('refuses a node that is not scored', () => {
  const tree = compileFramework(framework, new Set(['a' as NodeCode]));
  expectAppError(() => requireNodes(tree, ['b', 'a'] as NodeCode[]), 'E_INPUT', {
    reason: 'unknown-node',
    node: 'a',
  });
});
