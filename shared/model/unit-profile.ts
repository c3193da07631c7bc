import type { FrameworkIndex } from './framework-index.ts';
import type { NodeCode, UnitCode } from './ids.ts';
import type { ResultView } from './result-view.ts';

/** A unit on one node, beside the other units that have a value there. */
export interface NodeStanding {
  readonly node: NodeCode;
  /** NaN = missing. */
  readonly value: number;
  /** Median of the other units with a value; NaN when there is none. */
  readonly medianOfOthers: number;
  /** Highest value of any unit, and a unit that has it; null when no unit has a value. */
  readonly best: { readonly unit: UnitCode; readonly value: number } | null;
  /** Share of the node's own weight for which the unit has an adopted value, 0..1; what a method imputed is none. */
  readonly coverage: number;
  /** Share of the index, 0..1. */
  readonly weight: number;
  /** What the node adds to the unit's score; NaN where contributions do not exist. */
  readonly contribution: number;
}

export interface UnitProfile {
  readonly unit: UnitCode;
  /** Children of the index, in the published order. */
  readonly dimensions: readonly NodeStanding[];
  /** Indicators with a value, adopted or imputed, in the published order; one on which all are alike is no standing. */
  readonly present: readonly NodeStanding[];
  /** Indicators without any value, the heaviest first. */
  readonly missing: readonly NodeStanding[];
  /** Indicators on which the unit stands above the median of the others: most weighted advantage first. */
  readonly strengths: readonly NodeStanding[];
  /** The same below the median. */
  readonly weaknesses: readonly NodeStanding[];
}

/** Weighted distance from the median of the others, in points of the index's scale; NaN when there is no comparison. */
export function advantage({ value, medianOfOthers, weight }: NodeStanding): number {
  return (value - medianOfOthers) * weight;
}

/**
 * How a unit stands on every dimension and indicator of a scoring result. The unit must be in the result.
 *
 * @param hasValue whether the unit has an adopted value, which a result alone cannot tell: the values of a constant column
 *   are no standing, and yet known
 */
export function unitProfile(
  index: FrameworkIndex,
  view: ResultView,
  unit: UnitCode,
  hasValue: (indicator: NodeCode) => boolean,
): UnitProfile {
  const standingOf = ({ code }: { readonly code: NodeCode }) =>
    standingOn(index, view, unit, code, hasValue);
  const standings = index.indicators
    .filter(({ code }) => view.nodePosition(code) >= 0)
    .map(standingOf);
  const isPresent = ({ node, value }: NodeStanding) => !Number.isNaN(value) || hasValue(node);
  const present = standings.filter(isPresent);
  const compared = present.filter((standing) => !Number.isNaN(advantage(standing)));
  return {
    unit,
    dimensions: index.dimensions.filter(({ code }) => view.nodePosition(code) >= 0).map(standingOf),
    present,
    missing: standings
      .filter((standing) => !isPresent(standing))
      .toSorted((a, b) => b.weight - a.weight),
    strengths: compared
      .filter((standing) => advantage(standing) > 0)
      .toSorted((a, b) => advantage(b) - advantage(a)),
    weaknesses: compared
      .filter((standing) => advantage(standing) < 0)
      .toSorted((a, b) => advantage(a) - advantage(b)),
  };
}

function standingOn(
  index: FrameworkIndex,
  view: ResultView,
  unit: UnitCode,
  node: NodeCode,
  hasValue: (indicator: NodeCode) => boolean,
): NodeStanding {
  const others: number[] = [];
  let best: NodeStanding['best'] = null;
  for (const other of view.result.units) {
    const value = view.value(node, other);
    if (Number.isNaN(value)) continue;
    if (best === null || value > best.value) best = { unit: other, value };
    if (other !== unit) others.push(value);
  }
  return {
    node,
    value: view.value(node, unit),
    medianOfOthers: median(others),
    best,
    coverage: coverageOf(index, view, node, hasValue),
    weight: view.result.effectiveWeight[view.nodePosition(node)] ?? NaN,
    contribution: view.contribution(node, unit),
  };
}

function coverageOf(
  index: FrameworkIndex,
  view: ResultView,
  node: NodeCode,
  hasValue: (indicator: NodeCode) => boolean,
): number {
  const children = index.children.get(node) ?? [];
  if (children.length === 0) return hasValue(node) ? 1 : 0;
  return children.reduce((sum, { code }) => {
    const position = view.nodePosition(code);
    if (position < 0) return sum;
    const share = view.result.localShare[position] ?? 0;
    return sum + share * coverageOf(index, view, code, hasValue);
  }, 0);
}

function median(values: readonly number[]): number {
  if (values.length === 0) return NaN;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
