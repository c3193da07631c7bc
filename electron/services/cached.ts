import type { Touched } from '../../shared/contract/events.ts';
import type { OpenWorkbook } from '../store/open.ts';

/** Keeps what was computed from a workbook until an act touches one of `groups`. */
export function cachedUntil<Value>(
  groups: readonly Touched[],
  compute: (workbook: OpenWorkbook) => Value,
): (workbook: OpenWorkbook) => Value {
  const kept = new WeakMap<OpenWorkbook, { current: { readonly value: Value } | null }>();
  return (workbook) => {
    let entry = kept.get(workbook);
    if (entry === undefined) {
      const added: { current: { readonly value: Value } | null } = { current: null };
      workbook.onCommit(({ touched }) => {
        if (touched.some((group) => groups.includes(group))) added.current = null;
      });
      kept.set(workbook, added);
      entry = added;
    }
    entry.current ??= { value: compute(workbook) };
    return entry.current.value;
  };
}
