import type { UnitCode } from '../../../shared/model/ids.ts';
import type { Unit } from '../../../shared/model/unit.ts';

/** Units that share a value of an attribute. */
export interface UnitGroup {
  readonly value: string;
  readonly units: readonly UnitCode[];
}

export interface GroupingAttribute {
  readonly attribute: string;
  readonly groups: readonly UnitGroup[];
}

const MOST_GROUPS = 12;

/** Attributes that divide the units into groups: few values, at least one of them shared. */
export function groupingAttributes(units: readonly Unit[]): readonly GroupingAttribute[] {
  const attributes = new Set(units.flatMap(({ attributes: own }) => Object.keys(own)));
  return [...attributes].flatMap((attribute) => {
    const byValue = Map.groupBy(
      units.filter((unit) => (unit.attributes[attribute] ?? '') !== ''),
      (unit) => unit.attributes[attribute] ?? '',
    );
    const groups = [...byValue].map(([value, members]) => ({
      value,
      units: members.map(({ code }) => code),
    }));
    const divides =
      groups.length > 1 &&
      groups.length <= MOST_GROUPS &&
      groups.some((group) => group.units.length > 1);
    return divides ? [{ attribute, groups }] : [];
  });
}
