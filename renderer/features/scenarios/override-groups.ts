import type { FrameworkIndex } from '../../../shared/model/framework-index.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { type Override, overrideKey } from '../../../shared/model/scenario.ts';

/** Overrides that are taken back together: the weights of one set of siblings move as one, anything else alone. */
export interface OverrideGroup {
  readonly key: string;
  /** Parent of the siblings whose weights are overridden; null for any other override. */
  readonly parent: NodeCode | null;
  readonly overrides: readonly Override[];
  readonly keys: readonly string[];
}

/** Groups overrides in the order in which each group first appears; siblings in that of the framework. */
export function groupOverrides(
  overrides: readonly Override[],
  index: FrameworkIndex,
): OverrideGroup[] {
  const groups = new Map<string, { parent: NodeCode | null; overrides: Override[] }>();
  for (const override of overrides) {
    const parent =
      override.kind === 'weight' ? (index.byCode.get(override.node)?.parent ?? null) : null;
    const key = parent === null ? overrideKey(override) : `weights/${parent}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { parent, overrides: [override] });
    else group.overrides.push(override);
  }
  const places = new Map([...index.byCode.keys()].map((code, place) => [code, place]));
  const placeOf = (override: Override) =>
    override.kind === 'weight' ? (places.get(override.node) ?? 0) : 0;
  return [...groups].map(([key, group]) => ({
    key,
    parent: group.parent,
    overrides: group.overrides.toSorted((one, other) => placeOf(one) - placeOf(other)),
    keys: group.overrides.map(overrideKey),
  }));
}
