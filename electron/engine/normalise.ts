import { AppError } from '../../shared/contract/errors.ts';
import type { Bounds, IndicatorDefinition } from '../../shared/model/framework.ts';
import type { NodeCode } from '../../shared/model/ids.ts';
import type { Method, Normalisation } from '../../shared/model/method.ts';
import type { ScoringNote } from '../../shared/model/result.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { CellState } from './cell-state.ts';
import { columnMean, columnRange, columnStandardDeviation } from './column-statistics.ts';
import type { FrameworkTree } from './compile-framework.ts';
import { ownEntry } from './own-entry.ts';
import { rankColumn } from './rank-column.ts';
import type { TreatedColumns } from './treat.ts';
import type { ColumnTransform } from './transform.ts';

/** Comparable columns, leaf-major: leaf l, unit u at [l × U + u]. More is better in every one. */
export interface NormalisedColumns {
  readonly unitCount: number;
  readonly leafCount: number;
  /** L × U; NaN = missing, or the column carries no information. */
  readonly values: Float64Array;
  /** L × U: `CellState`. */
  readonly state: Uint8Array;
  /**
   * L: worst and best place a gap can take. The natural ends of the scale where the rule has them, widened by observed
   * values beyond them; else the lowest and highest observed normalised value. NaN: the column has no scale.
   */
  readonly scaleLow: Float64Array;
  readonly scaleHigh: Float64Array;
}

interface Scale {
  readonly low: number;
  readonly high: number;
}

/** A column that cannot be compared: why, for the notes. */
export type Uninformative = Extract<
  ScoringNote['kind'],
  'constant-column' | 'empty-column' | 'reference-without-scale'
>;

/** One column that is to be normalised. */
export interface ColumnTask {
  readonly node: NodeCode;
  readonly indicator: IndicatorDefinition;
  /** Carry what is stated in the indicator's unit of measure to the scale of `column`. */
  readonly transforms: readonly ColumnTransform[];
  readonly units: readonly Unit[];
  /** U: treated values in the indicator's raw orientation. */
  readonly column: Float64Array;
  /** U: receives the normalised values. */
  readonly out: Float64Array;
}

/**
 * Makes every column comparable. Direction is applied first (x := x · direction), statistics run over the values
 * present. Formulas: OECD/JRC Handbook (2008), step 5; our conventions: docs/methods.md, normalisation.
 *
 * @param treated the output of treatment; not written to.
 * @param state L × U, which of these cells were observed and which imputed; not written to.
 * @throws AppError when a rule does not fit a column; names the indicator.
 */
export function normalise(
  tree: FrameworkTree,
  units: readonly Unit[],
  treated: Pick<TreatedColumns, 'values' | 'transforms'>,
  state: Uint8Array,
  method: Pick<Method, 'normalisation' | 'normalisationByIndicator'>,
): { columns: NormalisedColumns; notes: ScoringNote[] } {
  const unitCount = units.length;
  const { leafCount } = tree;
  const values = new Float64Array(leafCount * unitCount);
  let states = state;
  const scaleLow = new Float64Array(leafCount);
  const scaleHigh = new Float64Array(leafCount);
  const notes: ScoringNote[] = [];
  for (let leaf = 0; leaf < leafCount; leaf++) {
    const node = tree.codes[tree.nodeOfLeaf[leaf]];
    const from = leaf * unitCount;
    const to = from + unitCount;
    const task: ColumnTask = {
      node,
      indicator: tree.indicators[leaf],
      transforms: treated.transforms[leaf],
      units,
      column: treated.values.subarray(from, to),
      out: values.subarray(from, to),
    };
    const rule = ownEntry(method.normalisationByIndicator, node) ?? method.normalisation;
    task.out.fill(NaN);
    const outcome = normaliseColumn(task, rule);
    scaleLow[leaf] = outcome.scale.low;
    scaleHigh[leaf] = outcome.scale.high;
    if (outcome.uninformative === null) continue;
    if (states === state) states = state.slice();
    let cells = 0;
    for (let at = from; at < to; at++) {
      if (values[at] === values[at]) continue;
      const wasObserved = states[at] === CellState.observed;
      if (wasObserved) cells++;
      states[at] = wasObserved ? CellState.uninformative : CellState.missing;
    }
    notes.push(columnNote(outcome.uninformative, node, cells));
  }
  return {
    columns: { unitCount, leafCount, values, state: states, scaleLow, scaleHigh },
    notes,
  };
}

function columnNote(kind: Uninformative, node: NodeCode, cells: number): ScoringNote {
  return { kind, node, unit: null, cells, transform: null, before: null, after: null };
}

const NO_SCALE: Scale = { low: NaN, high: NaN };

export interface ColumnOutcome {
  readonly scale: Scale;
  /** Why values that are there stay without a place; null: none does. */
  readonly uninformative: Uninformative | null;
}

/** @param task its `out` is filled with NaN before. */
export function normaliseColumn(task: ColumnTask, rule: Normalisation): ColumnOutcome {
  switch (rule.rule) {
    case 'min-max': {
      if (!(rule.low < rule.high)) throw scaleNotAscending(rule.low, rule.high);
      const own = ownScale(task.indicator);
      return own === null
        ? observedMinMax(task, rule.low, rule.high)
        : betweenPosts(task, own, { truncate: true, low: rule.low, high: rule.high });
    }
    case 'z-score':
      return zScore(task, rule.mean, rule.standardDeviation);
    case 'rank':
      return ranks(task, rule.ties, (rank) => rank, null);
    case 'borda':
      return ranks(task, rule.ties, (rank) => rank - 1, null);
    case 'percentile-rank':
      return ranks(task, rule.ties, (rank, count) => (rank - 1) / (count - 1), { low: 0, high: 1 });
    case 'distance-to-max':
      return observedMinMax(task, 0, 1);
    case 'distance-to-reference':
      return distanceToReference(task, rule.reference, rule.cap);
    case 'distance-to-target':
      return distanceToTarget(task, rule.target, rule.cap);
    case 'goalposts': {
      const bounds = rule.bounds ?? task.indicator.goalposts ?? missingParameter(task, 'goalposts');
      return betweenPosts(task, bounds, { truncate: rule.truncate, low: 0, high: rule.factor });
    }
    case 'scaled': {
      const bounds =
        rule.bounds ?? task.indicator.scaledBounds ?? missingParameter(task, 'scaled-bounds');
      const factor =
        rule.factor ?? task.indicator.scaleFactor ?? missingParameter(task, 'scale-factor');
      return betweenPosts(task, bounds, { truncate: false, low: 0, high: factor });
    }
    case 'fraction-of-max':
      return fractionOfMax(task);
    case 'threshold-table':
      return thresholdTable(task, rule.steps);
  }
}

/** Booleans and ratings carry their scale with them, so that min-max need not guess it from the data. */
function ownScale(indicator: IndicatorDefinition): Bounds | null {
  if (indicator.type === 'boolean') return indicator.goalposts ?? { lower: 0, upper: 1 };
  if (indicator.type === 'rating') return indicator.goalposts;
  return null;
}

/** (x − min) / (max − min) · (high − low) + low; distance to the maximum 1 − (max − x)/(max − min) is the case 0..1. */
function observedMinMax(task: ColumnTask, low: number, high: number): ColumnOutcome {
  const { min, max, uninformative } = directedRange(task);
  const scale = { low, high };
  if (uninformative !== null) return { scale, uninformative };
  affine(task, { origin: min, width: max - min, factor: high - low, offset: low });
  return { scale, uninformative: null };
}

/** (x − mean) / sd · s + m with the sample standard deviation. */
function zScore(task: ColumnTask, mean: number, standardDeviation: number): ColumnOutcome {
  const { uninformative } = directedRange(task);
  if (uninformative !== null) return { scale: NO_SCALE, uninformative };
  const { direction } = task.indicator;
  affine(task, {
    origin: direction * columnMean(task.column),
    width: columnStandardDeviation(task.column),
    factor: standardDeviation,
    offset: mean,
  });
  return { scale: observedScale(task.out), uninformative: null };
}

function ranks(
  task: ColumnTask,
  ties: 'min' | 'max' | 'average',
  convert: (rank: number, count: number) => number,
  naturalScale: Scale | null,
): ColumnOutcome {
  const { count, uninformative } = directedRange(task);
  if (uninformative !== null) return { scale: naturalScale ?? NO_SCALE, uninformative };
  affine(task, { origin: 0, width: 1, factor: 1, offset: 0 });
  rankColumn(task.out, ties, task.out);
  for (let unit = 0; unit < task.out.length; unit++) {
    task.out[unit] = convert(task.out[unit], count);
  }
  return { scale: naturalScale ?? observedScale(task.out), uninformative: null };
}

/**
 * 1 − (reference − x) / (reference − min), at most 1 when capped. Where the reference itself is the worst, nothing is a
 * finite share of the way to it: with a cap, what is better has reached it; the rest has no place.
 */
function distanceToReference(task: ColumnTask, reference: string, cap: boolean): ColumnOutcome {
  const { min, uninformative } = directedRange(task);
  const scale = { low: 0, high: 1 };
  if (uninformative !== null) return { scale, uninformative };
  const at = task.units.findIndex((unit) => unit.code === reference);
  if (at < 0) {
    throw new AppError(
      'E_INPUT',
      `The reference unit ${reference} is not among the units scored.`,
      {
        reason: 'unknown-reference-unit',
        unit: reference,
        node: task.node,
      },
    );
  }
  const { direction } = task.indicator;
  const value = direction * task.column[at];
  if (value > min) {
    affine(task, { origin: min, width: value - min, factor: 1, offset: 0 });
    if (cap) clip(task.out, -Infinity, 1);
    return { scale: widened(scale, task.out), uninformative: null };
  }
  if (value === min && cap) {
    task.column.forEach((x, unit) => {
      if (direction * x > min) task.out[unit] = 1;
    });
  }
  return { scale, uninformative: 'reference-without-scale' };
}

/** (x − min) / (target − min), at most 1 when capped. */
function distanceToTarget(task: ColumnTask, given: number | null, cap: boolean): ColumnOutcome {
  const raw = given ?? task.indicator.target ?? missingParameter(task, 'target');
  const { min, uninformative } = directedRange(task);
  const scale = { low: 0, high: 1 };
  if (uninformative !== null) return { scale, uninformative };
  const target = task.indicator.direction * compared(task, 'target', raw);
  if (!(target > min)) {
    throw new AppError(
      'E_PRECONDITION',
      `The target ${raw} of ${task.node} is no better than the worst observed value, so there is no distance to it.`,
      { reason: 'target-not-above-worst', node: task.node, found: String(raw) },
    );
  }
  affine(task, { origin: min, width: target - min, factor: 1, offset: 0 });
  if (cap) clip(task.out, -Infinity, 1);
  return { scale: widened(scale, task.out), uninformative: null };
}

/** (x − lower) / (upper − lower), truncated to 0..1 on request, then stretched to low..high. */
function betweenPosts(
  task: ColumnTask,
  bounds: Bounds,
  { truncate, low, high }: { truncate: boolean; low: number; high: number },
): ColumnOutcome {
  const scale = { low, high };
  const lower = compared(task, 'lower bound', bounds.lower);
  const upper = compared(task, 'upper bound', bounds.upper);
  if (!(lower < upper)) {
    throw new AppError(
      'E_INPUT',
      `The bounds ${bounds.lower} and ${bounds.upper} of ${task.node} must ascend.`,
      { reason: 'bounds-not-ascending', node: task.node },
    );
  }
  if (columnRange(task.column).count === 0) return { scale, uninformative: 'empty-column' };
  const { direction } = task.indicator;
  affine(task, {
    origin: direction === 1 ? lower : -upper,
    width: upper - lower,
    factor: 1,
    offset: 0,
  });
  if (truncate) clip(task.out, 0, 1);
  for (let unit = 0; unit < task.out.length; unit++) {
    task.out[unit] = task.out[unit] * (high - low) + low;
  }
  return { scale: widened(scale, task.out), uninformative: null };
}

/** x / max; only where more is better and the maximum is positive, else the numbers would mean nothing. */
function fractionOfMax(task: ColumnTask): ColumnOutcome {
  const { max, uninformative } = directedRange(task);
  const scale = { low: 0, high: 1 };
  if (task.indicator.direction === -1) {
    throw new AppError(
      'E_PRECONDITION',
      `Fraction of the maximum needs an indicator of which more is better; of ${task.node} less is better.`,
      { reason: 'fraction-of-max-direction', node: task.node },
    );
  }
  if (uninformative !== null) return { scale, uninformative };
  if (max <= 0) {
    throw new AppError(
      'E_PRECONDITION',
      `Fraction of the maximum needs a positive maximum; that of ${task.node} is ${max}.`,
      {
        reason: 'fraction-of-max-not-positive',
        node: task.node,
        expected: '> 0',
        found: String(max),
      },
    );
  }
  affine(task, { origin: 0, width: max, factor: 1, offset: 0 });
  return { scale: widened(scale, task.out), uninformative: null };
}

/**
 * Points of the highest step that the value reaches, 0 below the first. The table itself says what is good, so it is
 * read on the indicator's own values, whatever its direction.
 */
function thresholdTable(
  task: ColumnTask,
  steps: readonly { from: number; points: number }[],
): ColumnOutcome {
  const points = steps.map((step) => step.points);
  const scale = { low: Math.min(0, ...points), high: Math.max(0, ...points) };
  const from = steps.map((step) => compared(task, 'threshold', step.from));
  from.forEach((threshold, at) => {
    if (at > 0 && !(threshold > (from[at - 1] as number))) {
      throw new AppError(
        'E_INPUT',
        `The thresholds of ${task.node} must ascend; ${steps[at]?.from} does not.`,
        { reason: 'thresholds-not-ascending', node: task.node, found: String(steps[at]?.from) },
      );
    }
  });
  if (columnRange(task.column).count === 0) return { scale, uninformative: 'empty-column' };
  for (let unit = 0; unit < task.column.length; unit++) {
    const x = task.column[unit];
    if (x !== x) {
      task.out[unit] = NaN;
      continue;
    }
    let reached = 0;
    for (let at = 0; at < from.length && x >= (from[at] as number); at++) {
      reached = points[at] as number;
    }
    task.out[unit] = reached;
  }
  return { scale, uninformative: null };
}

function scaleNotAscending(low: number, high: number): AppError {
  return new AppError('E_INPUT', `The ends ${low} and ${high} of the scale must ascend.`, {
    reason: 'scale-not-ascending',
    expected: 'low < high',
    found: `${low}, ${high}`,
  });
}

/** Range of x · direction, and whether a rule that compares units with each other can say anything about it. */
function directedRange(task: ColumnTask): {
  count: number;
  min: number;
  max: number;
  uninformative: 'constant-column' | 'empty-column' | null;
} {
  const { count, min, max } = columnRange(task.column);
  const uninformative = count === 0 ? 'empty-column' : min === max ? 'constant-column' : null;
  return task.indicator.direction === 1
    ? { count, min, max, uninformative }
    : { count, min: -max, max: -min, uninformative };
}

/** out = (x · direction − origin) / width · factor + offset; NaN stays NaN. */
function affine(
  { node, column, out, indicator: { direction } }: ColumnTask,
  {
    origin,
    width,
    factor,
    offset,
  }: { origin: number; width: number; factor: number; offset: number },
): void {
  if (!(width < Infinity)) {
    throw new AppError('E_INPUT', `The values of ${node} lie too far apart to be scaled.`, {
      reason: 'range-too-wide',
      node,
    });
  }
  for (let unit = 0; unit < out.length; unit++) {
    out[unit] = ((direction * column[unit] - origin) / width) * factor + offset;
  }
}

function clip(column: Float64Array, lowest: number, highest: number): void {
  for (let unit = 0; unit < column.length; unit++) {
    const x = column[unit];
    if (x < lowest) column[unit] = lowest;
    else if (x > highest) column[unit] = highest;
  }
}

function observedScale(column: Float64Array): Scale {
  const { min, max } = columnRange(column);
  return { low: min, high: max };
}

function widened(natural: Scale, column: Float64Array): Scale {
  const { min, max } = columnRange(column);
  return { low: Math.min(natural.low, min), high: Math.max(natural.high, max) };
}

/** @throws AppError where a stated number lies outside what the column's transform is defined for. */
function compared(task: ColumnTask, what: string, x: number): number {
  return task.transforms.reduce((y, transform) => {
    const z = transform.apply(y);
    if (z === z) return z;
    throw new AppError(
      'E_PRECONDITION',
      `The ${what} ${x} of ${task.node} has no place on the ${transform.name} scale of its column.`,
      { reason: 'outside-transform', node: task.node, found: String(x) },
    );
  }, x);
}

function missingParameter(
  task: ColumnTask,
  parameter: 'goalposts' | 'scaled-bounds' | 'scale-factor' | 'target',
): never {
  throw new AppError(
    'E_PRECONDITION',
    `Indicator ${task.node} has no ${parameter.replace('-', ' ')}, which its normalisation needs.`,
    { reason: `no-${parameter}`, node: task.node },
  );
}
