import type { Method } from '../../../shared/model/method.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { DrawParameters, UncertaintySources } from '../../../shared/model/uncertainty.ts';
import { planForFilledGaps } from '../aggregation-plan.ts';
import { CellState } from '../cell-state.ts';
import { frameworkShares, type FrameworkTree, relativeWeights } from '../compile-framework.ts';
import { isGap } from '../gap-cells.ts';
import type { NormalisedColumns } from '../normalise.ts';
import type { Observations } from '../observations.ts';
import type { RandomStream } from '../random.ts';
import { requireMemory } from '../require-memory.ts';
import { comparableColumns, createScorer, prepare, type ScoringRequest } from '../score.ts';
import { type IndexScorer, indexScorer } from './index-scorer.ts';
import { methodVariants } from './method-variants.ts';
import { createRenormaliser, type Renormaliser } from './renormaliser.ts';
import type { ValueRanges } from './value-ranges.ts';
import { type WeightDraw, weightDraw } from './weight-draw.ts';

/** What is drawn. Plain data and typed arrays: it can be sent to another thread. */
export interface DrawnModelSetup {
  /** Without uncertainty. */
  readonly request: ScoringRequest;
  readonly sources: Pick<UncertaintySources, 'weights' | 'locked' | 'gaps' | 'methods'>;
  /** null: the values are exact. */
  readonly ranges: ValueRanges | null;
}

/**
 * A scoring request of which parts can be drawn anew. Every part holds its last draw until it is drawn again; at first all
 * are as in the request. Draws and scores do not allocate where scores are weighted sums of fixed columns.
 */
export interface DrawnModel {
  readonly tree: FrameworkTree;
  /** The units that are ranked without uncertainty: the only ones that are counted. R */
  readonly ranked: readonly UnitCode[];
  /** R */
  readonly nominalRank: Int32Array;
  /** All combinations of the method choices and how many each part has (`methodVariants`). */
  readonly methods: readonly Method[];
  readonly choiceCounts: readonly number[];
  /** N: the local shares in effect. */
  readonly local: Float64Array;
  chooseMethod(variant: number): void;
  drawWeights(stream: RandomStream): void;
  drawValues(stream: RandomStream): void;
  drawGaps(stream: RandomStream): void;
  /** As `drawWeights`, each node from a stream of its own: what siblings there are does not change its numbers. */
  drawWeightsOf(streamOf: (node: NodeCode) => RandomStream): void;
  /** As `drawValues` and `drawGaps`, with a number on [0, 1) for each cell of the request's values. */
  placeValues(table: Float64Array): void;
  placeGaps(table: Float64Array): void;
  /** @param out R, receives the index scores with all that is in effect; NaN = no score. */
  score(out: Float64Array): void;
  /** What is in effect. */
  parameters(): Omit<DrawParameters, 'draw' | 'ranking'>;
}

/** A method with everything that does not change from draw to draw. */
interface Variant {
  readonly method: Method;
  readonly columns: NormalisedColumns;
  readonly scorer: IndexScorer;
  /** With drawn gaps, and of which columns it was made. */
  filled: NormalisedColumns;
  filledFrom: NormalisedColumns | null;
  /** Made at the first draw of values. */
  renormalise: Renormaliser | null;
  /** Has the scorer the columns as they are without any draw? */
  hasFixedColumns: boolean;
}

/** Cells that are drawn and between what. */
interface DrawnCells {
  readonly at: Int32Array;
  readonly low: Float64Array;
  readonly width: Float64Array;
}

/**
 * @throws AppError what scoring throws, for the request and for every method that may be drawn; `E_INPUT` for locks on
 *   unknown nodes, too many method choices and more than fits into memory.
 */
export function createDrawnModel(setup: DrawnModelSetup): DrawnModel {
  const { request, sources } = setup;
  const { prepared, result } = createScorer({ ...request, plausible: null });
  const { tree, observations } = prepared;
  const { units } = observations;
  const declared = frameworkShares(tree, relativeWeights(tree, request.framework)).local;
  const { methods, counts } = methodVariants(request.method, sources.methods);
  requireMemory(
    methods.length * observations.values.length * 5 * 8,
    `${methods.length} method choices on ${observations.values.length} cells`,
  );
  const variants = methods.map((method) => createVariant(request, method, sources.gaps));
  const gapCells = sources.gaps ? gapsOf(variants) : new Int32Array(0);
  const places = new Float64Array(gapCells.length);
  const cells =
    setup.ranges === null ? EXACT_CELLS : drawnCells(request, tree, observations, setup.ranges);
  const cellPlaces = new Float64Array(cells.at.length);
  const raw = cells.at.length > 0 ? observations.values.slice() : observations.values;
  const drawShares: WeightDraw | null =
    sources.weights === null ? null : weightDraw(tree, declared, sources.weights, sources.locked);

  const columnOf = new Map(request.units.map((unit, column) => [unit.code, column]));
  const sourceColumns = Int32Array.from(units, (unit) => columnOf.get(unit.code) ?? -1);
  const local = declared.slice();
  const scores = new Float64Array(units.length);
  const rankedAt = Int32Array.from(units.keys()).filter((unit) => result.rank[unit] > 0);
  let variant = variants[0];
  let valuesAreDrawn = false;
  let gapsAreDrawn = false;

  /** The columns in effect and what TOPSIS measures by. */
  function columnsInEffect(): { columns: NormalisedColumns; frame: Float64Array } {
    const made = valuesAreDrawn ? normaliseAgain(variant) : variant.columns;
    if (!gapsAreDrawn) return { columns: made, frame: made.values };
    if (variant.filledFrom !== made) {
      variant.filled = { ...made, values: made.values.slice() };
      variant.filledFrom = made;
    } else if (valuesAreDrawn) {
      variant.filled.values.set(made.values);
    }
    const { filled } = variant;
    for (let gap = 0; gap < gapCells.length; gap++) {
      const at = gapCells[gap];
      if (!isGap(filled.state[at])) continue;
      const leaf = Math.floor(at / units.length);
      filled.values[at] = placeOnScale(made, leaf, places[gap]);
    }
    return { columns: filled, frame: made.values };
  }

  function normaliseAgain(drawn: Variant): NormalisedColumns {
    const general = () =>
      comparableColumns(tree, { ...observations, values: raw }, drawn.method).columns;
    drawn.renormalise ??=
      createRenormaliser(tree, { ...observations, values: raw }, drawn.method, general) ?? general;
    return drawn.renormalise();
  }

  /** Columns that are not drawn are taken once. */
  function takeColumns(): void {
    const areDrawn = valuesAreDrawn || gapsAreDrawn;
    if (!areDrawn && variant.hasFixedColumns) return;
    const { columns, frame } = columnsInEffect();
    variant.scorer.use(columns, frame);
    variant.hasFixedColumns = !areDrawn;
  }

  function valuesAtPlaces(): void {
    valuesAreDrawn = cells.at.length > 0;
    for (let cell = 0; cell < cellPlaces.length; cell++) {
      raw[cells.at[cell]] = cells.low[cell] + cells.width[cell] * cellPlaces[cell];
    }
  }

  /** Position in the request's values of an observation. */
  function sourceOf(at: number): number {
    const leaf = Math.floor(at / units.length);
    return tree.sourceLeaf[leaf] * request.units.length + sourceColumns[at % units.length];
  }

  const model: DrawnModel = {
    tree,
    ranked: Array.from(rankedAt, (unit) => units[unit].code),
    nominalRank: Int32Array.from(rankedAt, (unit) => result.rank[unit]),
    methods,
    choiceCounts: counts,
    local,
    chooseMethod(at) {
      variant = variants[at];
    },
    drawWeights(stream) {
      drawShares?.(() => stream, local);
    },
    drawValues(stream) {
      stream.fillUniform(cellPlaces);
      valuesAtPlaces();
    },
    drawGaps(stream) {
      gapsAreDrawn = gapCells.length > 0;
      stream.fillUniform(places);
    },
    drawWeightsOf(streamOf) {
      if (drawShares === null) return;
      // A node whose siblings are all drawn as 0 is drawn again, with the next numbers of the same stream.
      const streams: RandomStream[] = [];
      drawShares((node) => (streams[node] ??= streamOf(tree.codes[node])), local);
    },
    placeValues(table) {
      for (let cell = 0; cell < cellPlaces.length; cell++) {
        cellPlaces[cell] = table[sourceOf(cells.at[cell])];
      }
      valuesAtPlaces();
    },
    placeGaps(table) {
      gapsAreDrawn = gapCells.length > 0;
      for (let gap = 0; gap < gapCells.length; gap++) places[gap] = table[sourceOf(gapCells[gap])];
    },
    score(out) {
      takeColumns();
      variant.scorer.score(local, scores);
      for (let at = 0; at < rankedAt.length; at++) out[at] = scores[rankedAt[at]];
    },
    parameters() {
      const nameOf = (at: number): { unit: UnitCode; indicator: NodeCode } => ({
        unit: units[at % units.length].code,
        indicator: tree.codes[tree.nodeOfLeaf[Math.floor(at / units.length)]],
      });
      const { columns } = columnsInEffect();
      return {
        method: variant.method,
        weights: tree.codes.map((node, at) => ({ node, share: local[at] })),
        values: valuesAreDrawn
          ? Array.from(cells.at, (at) => ({ ...nameOf(at), value: raw[at] }))
          : [],
        gaps: gapsAreDrawn
          ? Array.from(gapCells, (at) => ({
              ...nameOf(at),
              normalised: columns.values[at],
            })).filter(({ normalised }) => !Number.isNaN(normalised))
          : [],
      };
    },
  };
  refuseUndefinedVariants(model, variants);
  return model;

  /** A method that cannot score these data is an error now, not in the middle of a run. */
  function refuseUndefinedVariants(scored: DrawnModel, all: readonly Variant[]): void {
    const out = new Float64Array(rankedAt.length);
    for (let at = all.length - 1; at >= 0; at--) {
      scored.chooseMethod(at);
      scored.score(out);
    }
  }
}

function createVariant(request: ScoringRequest, method: Method, gaps: boolean): Variant {
  const { tree, observations, columns, plan } = prepare({ ...request, method });
  const { units } = observations;
  return {
    method,
    columns,
    filled: columns,
    filledFrom: null,
    renormalise: null,
    hasFixedColumns: false,
    scorer: gaps
      ? indexScorer(tree, planForFilledGaps(plan), units, 'available')
      : indexScorer(tree, plan, units, method.missing),
  };
}

/** Cells that are a gap under some method; each has its place on the scale in every draw, whichever method is drawn. */
function gapsOf(variants: readonly Variant[]): Int32Array {
  const isDrawn = new Uint8Array(variants[0].columns.state.length);
  for (const { columns } of variants) {
    for (let at = 0; at < isDrawn.length; at++) if (isGap(columns.state[at])) isDrawn[at] = 1;
  }
  return Int32Array.from(isDrawn.keys()).filter((at) => isDrawn[at] === 1);
}

function placeOnScale(
  { scaleLow, scaleHigh }: NormalisedColumns,
  leaf: number,
  place: number,
): number {
  return scaleLow[leaf] + place * (scaleHigh[leaf] - scaleLow[leaf]);
}

const EXACT_CELLS: DrawnCells = {
  at: new Int32Array(0),
  low: new Float64Array(0),
  width: new Float64Array(0),
};

/** The included observed cells with a range, as positions in the observations. */
function drawnCells(
  { units }: ScoringRequest,
  tree: FrameworkTree,
  observations: Observations,
  ranges: ValueRanges,
): DrawnCells {
  const at: number[] = [];
  const low: number[] = [];
  const width: number[] = [];
  const columnOf = new Map(units.map((unit, column) => [unit.code, column]));
  const columns = observations.units.map((unit) => columnOf.get(unit.code) as number);
  tree.sourceLeaf.forEach((sourceLeaf, leaf) => {
    columns.forEach((column, unit) => {
      const source = sourceLeaf * units.length + column;
      const target = leaf * columns.length + unit;
      if (observations.state[target] !== CellState.observed) return;
      if (!(ranges.low[source] < ranges.high[source])) return;
      at.push(target);
      low.push(ranges.low[source]);
      width.push(ranges.high[source] - ranges.low[source]);
    });
  });
  return {
    at: Int32Array.from(at),
    low: Float64Array.from(low),
    width: Float64Array.from(width),
  };
}
