import type { UnitCode } from '../../../shared/model/ids.ts';
import type { RankedRow, UnrankedRow } from './ranking-rows.ts';

/** Rows in the places that they had in `before`; rows that were not there follow, in their own order. */
export function inPlacesOf(
  rows: readonly RankedRow[],
  before: readonly UnitCode[],
): readonly RankedRow[] {
  const place = new Map(before.map((unit, at) => [unit, at]));
  const placeOf = ({ unit }: RankedRow) => place.get(unit) ?? before.length;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The rows of the units to compare; when none of these is there any more, all. */
export function onlyUnits<Row extends RankedRow | UnrankedRow>(
  rows: readonly Row[],
  only: ReadonlySet<UnitCode> | null,
): readonly Row[] {
  return only === null ? rows : rows.filter(({ unit }) => only.has(unit));
}

/** Units to compare that exist; null: all. */
export function existingUnits(
  only: readonly UnitCode[] | null,
  units: Iterable<UnitCode>,
): ReadonlySet<UnitCode> | null {
  if (only === null) return null;
  const known = new Set(units);
  const existing = only.filter((unit) => known.has(unit));
  return existing.length === 0 ? null : new Set(existing);
}
