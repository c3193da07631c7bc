import { AppError } from '../../shared/contract/errors.ts';
import type { Method } from '../../shared/model/method.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { CellState } from './cell-state.ts';
import { columnMean, columnMedian, columnRange } from './column-statistics.ts';
import type { FrameworkTree } from './compile-framework.ts';
import { ownEntry } from './own-entry.ts';
import type { Observations } from './observations.ts';

/** The mean or the median of the values present; NaN of none. */
export type Statistic = (column: Float64Array) => number;

/**
 * Fills the gaps of the raw columns by the method's rule (OECD/JRC Handbook 2008, step 3). A gap for which the rule has
 * nothing to go by (an empty column, group or row) stays a gap. Rules that impute nothing, and `zero`, which works on the
 * normalised scale, return the observations as they are.
 *
 * @throws AppError `E_INPUT` when a group rule names no attribute, `E_PRECONDITION` for a unit without that attribute.
 */
export function impute(
  tree: FrameworkTree,
  observations: Observations,
  { missing, groupAttribute }: Pick<Method, 'missing' | 'groupAttribute'>,
): Pick<Observations, 'values' | 'state'> {
  const { units } = observations;
  switch (missing) {
    case 'mean':
      return fillByColumn(observations, [allUnits(units)], columnMean);
    case 'median':
      return fillByColumn(observations, [allUnits(units)], columnMedian);
    case 'group-mean':
      return fillByColumn(observations, unitGroups(units, groupAttribute), columnMean);
    case 'group-median':
      return fillByColumn(observations, unitGroups(units, groupAttribute), columnMedian);
    case 'unit-mean':
      return fillByUnit(tree, observations, siblingLeaves(tree), columnMean);
    case 'unit-median':
      return fillByUnit(tree, observations, siblingLeaves(tree), columnMedian);
    case 'available':
    case 'available-leaf':
    case 'zero':
    case 'bounds':
      return observations;
  }
}

function allUnits(units: readonly Unit[]): number[] {
  return units.map((_, unit) => unit);
}

/** Positions of the units of each group, by the units' attribute. */
function unitGroups(units: readonly Unit[], attribute: string | null): number[][] {
  if (attribute === null) {
    throw new AppError(
      'E_INPUT',
      'Imputation by group needs the unit attribute that names the group.',
      {
        reason: 'no-group-attribute',
        expected: 'a unit attribute',
      },
    );
  }
  const groups = new Map<string, number[]>();
  units.forEach((unit, at) => {
    const name = ownEntry(unit.attributes, attribute);
    if (name === undefined || name === '') {
      throw new AppError(
        'E_PRECONDITION',
        `Unit ${unit.code} has no ${attribute}, so it is in no group.`,
        {
          reason: 'unit-without-group',
          unit: unit.code,
          expected: attribute,
        },
      );
    }
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [at]);
    else group.push(at);
  });
  return [...groups.values()];
}

/** Leaf numbers under each direct parent. */
function siblingLeaves(tree: FrameworkTree): number[][] {
  return Array.from({ length: tree.nodeCount }, (_, node) =>
    Array.from(tree.children.subarray(tree.childStart[node], tree.childStart[node + 1]))
      .map((child) => tree.leafOfNode[child])
      .filter((leaf) => leaf >= 0),
  );
}

/** Each gap takes the statistic of its column over its group of units. */
function fillByColumn(
  { units, values, state }: Observations,
  groups: readonly (readonly number[])[],
  statistic: Statistic,
): Pick<Observations, 'values' | 'state'> {
  const filled = values.slice();
  const filledState = state.slice();
  for (let from = 0; from < values.length; from += units.length) {
    for (const group of groups) {
      const present = Float64Array.from(group, (unit) => values[from + unit]);
      const value = statistic(present);
      if (value !== value) continue;
      for (const unit of group) {
        if (state[from + unit] !== CellState.missing) continue;
        filled[from + unit] = value;
        filledState[from + unit] = CellState.imputed;
      }
    }
  }
  return { values: filled, state: filledState };
}

/**
 * Each gap takes the place that the unit has on average among the other leaves of the set: every column is turned so that
 * more is better and scaled to 0..1 by its observed range, the statistic is taken over the unit's row, and the result is
 * put back on the column's own scale. Columns without a range say nothing and stay out.
 *
 * @param leafSets the leaves that stand for one another, e.g. those of one parent.
 */
export function fillByUnit(
  tree: FrameworkTree,
  { units, values, state }: Observations,
  leafSets: readonly (readonly number[])[],
  statistic: Statistic,
): Pick<Observations, 'values' | 'state'> {
  const unitCount = units.length;
  const filled = values.slice();
  const filledState = state.slice();
  for (const leaves of leafSets) {
    const columns = leaves
      .map((leaf) => ({
        from: leaf * unitCount,
        direction: tree.indicators[leaf].direction,
        ...columnRange(values.subarray(leaf * unitCount, (leaf + 1) * unitCount)),
      }))
      .filter(({ min, max }) => min < max);
    const row = new Float64Array(columns.length);
    for (let unit = 0; unit < unitCount; unit++) {
      columns.forEach(({ from, direction, min, max }, at) => {
        const place = (values[from + unit] - min) / (max - min);
        row[at] = direction === 1 ? place : 1 - place;
      });
      const typical = statistic(row);
      if (typical !== typical) continue;
      for (const { from, direction, min, max } of columns) {
        if (state[from + unit] !== CellState.missing) continue;
        const place = direction === 1 ? typical : 1 - typical;
        filled[from + unit] = min + place * (max - min);
        filledState[from + unit] = CellState.imputed;
      }
    }
  }
  return { values: filled, state: filledState };
}
