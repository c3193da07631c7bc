import type { NodeCode } from '../../shared/model/ids.ts';
import type { Unit } from '../../shared/model/unit.ts';
import type { FrameworkTree } from './compile-framework.ts';
import { toComparedScale } from './transform.ts';

/**
 * Puts every column on the scale on which it is compared: base-10 logarithms where the framework declares them.
 *
 * @param values L × U raw values, NaN = missing; not written to.
 * @returns L × U; the input itself where nothing changes.
 */
export function treat(
  tree: FrameworkTree,
  units: readonly Unit[],
  values: Float64Array,
): Float64Array {
  if (tree.indicators.every((indicator) => indicator.transform === 'none')) return values;
  const treated = values.slice();
  tree.indicators.forEach((indicator, leaf) => {
    if (indicator.transform === 'none') return;
    const node = tree.codes[tree.nodeOfLeaf[leaf]] as NodeCode;
    const column = treated.subarray(leaf * units.length, (leaf + 1) * units.length);
    column.forEach((x, unit) => {
      if (x !== x) return;
      const code = (units[unit] as Unit).code;
      column[unit] = toComparedScale(indicator, x, () => ({
        subject: `${node} of ${code}`,
        unit: code,
        node,
      }));
    });
  });
  return treated;
}
