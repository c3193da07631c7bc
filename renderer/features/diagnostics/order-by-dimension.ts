import type { Diagnosis } from '../../../shared/model/diagnosis.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';

/**
 * The same diagnosis with the indicators of a dimension beside each other, which in an imported framework may stand in
 * any order; within a dimension they keep theirs.
 */
export function orderedByDimension(
  diagnosis: Diagnosis,
  dimensionOf: ReadonlyMap<NodeCode, number>,
): Diagnosis {
  const { indicators, units, values, correlation, pairs } = diagnosis;
  const place = ({ node }: Diagnosis['indicators'][number]) => dimensionOf.get(node) ?? -1;
  const order = indicators
    .map((indicator, at) => ({ at, dimension: place(indicator) }))
    .toSorted((a, b) => a.dimension - b.dimension)
    .map(({ at }) => at);
  if (order.every((from, at) => from === at)) return diagnosis;
  const size = order.length;
  return {
    ...diagnosis,
    indicators: order.map((from) => indicators[from]!),
    values: values.map((_, at) => {
      const [indicator, unit] = [Math.floor(at / units.length), at % units.length];
      return values[order[indicator]! * units.length + unit]!;
    }),
    correlation: correlation.map((_, at) => correlation[placeOfPair(order, size, at)]!),
    pairs: pairs.map((_, at) => pairs[placeOfPair(order, size, at)]!),
  };
}

/** Where a cell of the reordered square matrix stood. */
function placeOfPair(order: readonly number[], size: number, at: number): number {
  return order[Math.floor(at / size)]! * size + order[at % size]!;
}
