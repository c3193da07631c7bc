import type { NodeCode } from '../../shared/model/ids.ts';
import type { Unit } from '../../shared/model/unit.ts';
import type { KnownColumns } from './known-columns.ts';

/** The children of one node as columns of the node-major matrix that aggregation fills. */
export interface ChildColumns {
  /** Node numbers of the children. */
  readonly nodes: Int32Array;
  readonly unitCount: number;
  /** N */
  readonly codes: readonly NodeCode[];
  /** N: share among the siblings. */
  readonly local: Float64Array;
  /** N × U; NaN = missing. */
  readonly values: Float64Array;
  /** N: row of a leaf in `known`, −1 for an aggregate. */
  readonly leafOfNode: Int32Array;
  /** The leaves once more, for sums that need not look; null where they are not prepared. */
  readonly known: KnownColumns | null;
  /** N: row of an aggregate in `presence`, −1 for a leaf. */
  readonly rowOfNode: Int32Array;
  /**
   * Aggregates × U: share of the weight below an aggregate that is present for the unit. Null where a present child
   * counts with its whole share.
   */
  readonly presence: Float64Array | null;
  /** U, named in errors. */
  readonly units: readonly Unit[];
  /** True where a 0 may stand for the end of a scale (a filled gap): means that need x > 0 then take their limit at 0. */
  readonly zeroIsLimit: boolean;
}

/** What a present child of a unit counts: its share, times what its own branch has where the plan weighs by leaves. */
export function weightOfChild(children: ChildColumns, child: number, unit: number): number {
  const { local, presence, rowOfNode, unitCount } = children;
  const row = rowOfNode[child];
  return presence === null || row < 0
    ? local[child]
    : local[child] * presence[row * unitCount + unit];
}
