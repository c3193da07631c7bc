import type { UnitCode } from '../../../shared/model/ids.ts';

/** The row of the ranking that an event is about. */
export function rowAt(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('.ranking-row[data-unit]');
}

export function unitOf(row: HTMLElement | null): UnitCode | null {
  return (row?.dataset['unit'] as UnitCode | undefined) ?? null;
}
