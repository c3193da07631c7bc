import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { columnMean, columnShape, columnStandardDeviation } from '../column-statistics.ts';
import type { Columns } from '../columns.ts';
import type { Scorer } from '../score.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { correlationFlags } from './correlation-flags.ts';
import { type CorrelationKind, correlationMatrix } from './correlation-matrix.ts';
import { cronbachAlpha } from './cronbach-alpha.ts';
import { type Histogram, histogram } from './histogram.ts';
import { principalComponents } from './principal-components.ts';
import { quantile } from './quantile.ts';

/** How the values of one indicator are spread, in its own unit of measure. NaN where it has too few values. */
export interface IndicatorDistribution {
  readonly node: NodeCode;
  readonly present: number;
  readonly missing: number;
  readonly lowest: number;
  readonly quartile1: number;
  readonly median: number;
  readonly quartile3: number;
  readonly highest: number;
  readonly mean: number;
  readonly standardDeviation: number;
  readonly skew: number;
  readonly kurtosis: number;
  readonly histogram: Histogram;
}

export interface UnitAvailability {
  readonly unit: UnitCode;
  /** Share of the indicators with an adopted value, and share of the weight. */
  readonly indicators: number;
  readonly coverage: number;
}

/** Do the children of a node measure one thing? */
export interface GroupConsistency {
  readonly node: NodeCode;
  readonly children: readonly NodeCode[];
  /** Cronbach's α of the children; null: undefined for these data. */
  readonly alpha: number | null;
  /** Share of variance of each principal component, or why there are none. */
  readonly explained: Float64Array | null;
  readonly refused: { readonly reason: string; readonly message: string } | null;
}

export interface PairFlag {
  readonly one: NodeCode;
  readonly other: NodeCode;
  readonly correlation: number;
  readonly pairs: number;
  readonly kind: 'redundant' | 'opposed';
}

export interface Diagnosis {
  readonly kind: CorrelationKind;
  readonly indicators: readonly IndicatorDistribution[];
  readonly units: readonly UnitAvailability[];
  /** Of the normalised, oriented values; nodes in the order of `indicators`. NaN where undefined. */
  readonly correlation: Float64Array;
  readonly pairs: Int32Array;
  readonly flags: readonly PairFlag[];
  readonly groups: readonly GroupConsistency[];
}

/** Everything that says whether a set of indicators fits its framework. Source: OECD/JRC Handbook 2008, section 4. */
export function diagnose({ prepared, result }: Scorer, kind: CorrelationKind): Diagnosis {
  const { tree, observations } = prepared;
  const units = result.units;
  const leaves = Array.from(tree.nodeOfLeaf, (node) => tree.codes[node]!);
  const columnsOf = (nodes: ArrayLike<number>): Columns => ({
    units,
    nodes: Array.from(nodes, (node) => tree.codes[node]!),
    values: Float64Array.from(
      Array.from(nodes).flatMap((node) =>
        Array.from(result.values.subarray(node * units.length, (node + 1) * units.length)),
      ),
    ),
  });
  const correlation = correlationMatrix(columnsOf(tree.nodeOfLeaf), kind);
  return {
    kind,
    indicators: leaves.map((node, leaf) =>
      distribution(
        node,
        observations.values.subarray(leaf * units.length, (leaf + 1) * units.length),
      ),
    ),
    units: units.map((unit, at) => ({
      unit,
      indicators: shareOfPresent(observations.values, at, units.length, leaves.length),
      coverage: result.coverage[at],
    })),
    correlation: correlation.values,
    pairs: correlation.pairs,
    flags: correlationFlags(correlation).map(({ one, other, ...flag }) => ({
      ...flag,
      one: leaves[one]!,
      other: leaves[other]!,
    })),
    groups: tree.codes.flatMap((node, at): GroupConsistency[] => {
      const children = tree.children.subarray(tree.childStart[at], tree.childStart[at + 1]);
      return children.length < 2 ? [] : [consistency(node, columnsOf(children))];
    }),
  };
}

function distribution(node: NodeCode, column: Float64Array): IndicatorDistribution {
  const ascending = column.filter((value) => value === value).sort();
  const { skew, kurtosis } = columnShape(column);
  return {
    node,
    present: ascending.length,
    missing: column.length - ascending.length,
    lowest: quantile(ascending, 0),
    quartile1: quantile(ascending, 0.25),
    median: quantile(ascending, 0.5),
    quartile3: quantile(ascending, 0.75),
    highest: quantile(ascending, 1),
    mean: columnMean(column),
    standardDeviation: columnStandardDeviation(column),
    skew,
    kurtosis,
    histogram: histogram(ascending),
  };
}

function shareOfPresent(
  values: Float64Array,
  unit: number,
  unitCount: number,
  leafCount: number,
): number {
  let present = 0;
  for (let leaf = 0; leaf < leafCount; leaf++) {
    const value = values[leaf * unitCount + unit];
    if (value === value) present++;
  }
  return present / leafCount;
}

function consistency(node: NodeCode, columns: Columns): GroupConsistency {
  const children = columns.nodes as readonly NodeCode[];
  const alpha = cronbachAlpha(columns);
  try {
    const { explained } = principalComponents(columns);
    return { node, children, alpha, explained, refused: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refused = { reason: error.details.reason ?? error.code, message: error.message };
    return { node, children, alpha, explained: null, refused };
  }
}
