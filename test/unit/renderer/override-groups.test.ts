import { expect, test } from 'vitest';
import { groupOverrides } from '../../../renderer/features/scenarios/override-groups.ts';
import { indexFramework } from '../../../shared/model/framework-index.ts';
import type { Framework } from '../../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { Override } from '../../../shared/model/scenario.ts';

const name = { zh: '', en: '' };
const node = (code: string, parent: string | null) => ({
  code: code as NodeCode,
  parent: parent as NodeCode | null,
  name,
  weight: 1,
  indicator: null,
});
const framework: Framework = {
  id: 'f',
  name,
  source: null,
  assumptions: [],
  nodes: [
    node('index', null),
    node('d1', 'index'),
    node('d2', 'index'),
    node('a', 'd1'),
    node('b', 'd1'),
  ],
};
const weight = (code: string): Override => ({ kind: 'weight', node: code as NodeCode, weight: 2 });

test('weights of one set of siblings are one group, anything else stands alone', () => {
  const excluded: Override = {
    kind: 'unit-inclusion',
    unit: 'u' as UnitCode,
    included: false,
  };
  const groups = groupOverrides(
    [weight('d1'), excluded, weight('a'), weight('d2'), weight('b')],
    indexFramework(framework),
  );
  expect(groups.map(({ key, keys }) => [key, keys])).toEqual([
    ['weights/index', ['weight/d1', 'weight/d2']],
    ['unit-inclusion/u', ['unit-inclusion/u']],
    ['weights/d1', ['weight/a', 'weight/b']],
  ]);
  expect(groups.map(({ parent }) => parent)).toEqual(['index', null, 'd1']);
});
