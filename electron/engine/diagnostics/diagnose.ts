import type {
  CorrelationKind,
  Diagnosis,
  GroupConsistency,
  IndicatorDistribution,
} from '../../../shared/model/diagnosis.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { columnMean, columnShape, columnStandardDeviation } from '../column-statistics.ts';
import type { Columns } from '../columns.ts';
import type { Scorer } from '../score.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { correlationFlags } from './correlation-flags.ts';
import { correlationMatrix } from './correlation-matrix.ts';
import { cronbachAlpha } from './cronbach-alpha.ts';
import { histogram } from './histogram.ts';
import { principalComponents } from './principal-components.ts';
import { quantile } from './quantile.ts';

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
        units,
        observations.values.subarray(leaf * units.length, (leaf + 1) * units.length),
      ),
    ),
    units: units.map((unit, at) => ({
      unit,
      indicators: shareOfPresent(observations.values, at, units.length, leaves.length),
      coverage: result.coverage[at],
    })),
    values: observations.values,
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

/** How many interquartile ranges beyond the middle half a value counts as an outlier (Tukey 1977). */
const FENCE = 1.5;

function distribution(
  node: NodeCode,
  units: readonly UnitCode[],
  column: Float64Array,
): IndicatorDistribution {
  const ascending = column.filter((value) => value === value).sort();
  const { skew, kurtosis } = columnShape(column);
  const [quartile1, quartile3] = [quantile(ascending, 0.25), quantile(ascending, 0.75)];
  const reach = FENCE * (quartile3 - quartile1);
  return {
    node,
    present: ascending.length,
    missing: column.length - ascending.length,
    lowest: quantile(ascending, 0),
    quartile1,
    median: quantile(ascending, 0.5),
    quartile3,
    highest: quantile(ascending, 1),
    mean: columnMean(column),
    standardDeviation: columnStandardDeviation(column),
    skew,
    kurtosis,
    outliers: units.filter(
      (_, at) => column[at] < quartile1 - reach || column[at] > quartile3 + reach,
    ),
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
  const group = {
    node,
    children: [...columns.nodes] as NodeCode[],
    alpha: cronbachAlpha(columns),
    completeUnits: completeRowCount(columns),
  };
  try {
    const { explained, loadings } = principalComponents(columns);
    return { ...group, explained, loadings, refused: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refused = { reason: error.details.reason ?? error.code, message: error.message };
    return { ...group, explained: null, loadings: null, refused };
  }
}

function completeRowCount({ units, nodes, values }: Columns): number {
  return units.filter((_, row) =>
    nodes.every((__, column) => !Number.isNaN(values[column * units.length + row])),
  ).length;
}
