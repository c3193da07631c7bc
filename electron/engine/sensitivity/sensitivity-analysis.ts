import { AppError } from '../../../shared/contract/errors.ts';
import type { SensitivityInput, SensitivityResult } from '../../../shared/model/sensitivity.ts';
import type { BlockAnalysis } from '../block-analysis.ts';
import { RandomStream } from '../random.ts';
import { rankScores } from '../rank.ts';
import { requireMemory } from '../require-memory.ts';
import {
  createDrawnModel,
  type DrawnModel,
  type DrawnModelSetup,
} from '../uncertainty/drawn-model.ts';
import { METHOD_PARTS } from '../uncertainty/method-variants.ts';
import { sobolIndices } from './sobol-indices.ts';
import { sobolPoints } from './sobol-points.ts';

/** Rows of the design that one block works off. */
export const BLOCK_ROWS = 32;

export interface SensitivitySetup extends DrawnModelSetup {
  readonly samples: number;
  readonly seed: number;
}

/**
 * The runs of a Saltelli design: N rows of d + 2 runs. A part holds run after run, in each the R ranks, then their mean
 * absolute change.
 */
export type SensitivityAnalysis = BlockAnalysis<Float64Array, SensitivityResult>;

/**
 * Variance-based sensitivity of the ranking (Saltelli et al. 2010). Each source of uncertainty that is switched on is one
 * input, a number u on [0, 1): it chooses among the listed methods, or it names the random stream from which the weights,
 * values or gaps of the run are drawn together.
 *
 * @throws AppError see `createDrawnModel`; `E_INPUT` when no source is switched on.
 */
export function createSensitivityAnalysis(setup: SensitivitySetup): SensitivityAnalysis {
  const { samples, seed } = setup;
  const model = createDrawnModel(setup);
  const inputs = inputsOf(setup, model);
  const count = inputs.length;
  const outputWidth = model.ranked.length + 1;
  const rowWidth = (count + 2) * outputWidth;
  requireMemory(
    2 * samples * rowWidth * 8,
    `${samples} samples of ${count} inputs and ${model.ranked.length} units`,
  );
  const point = sobolPoints(2 * count, seed);
  const places = new Float64Array(count);
  const scores = new Float64Array(model.ranked.length);

  function run(out: Float64Array): void {
    applyInputs(model, inputs, places, seed);
    model.score(scores);
    rankRun(scores, model.nominalRank, out);
  }

  return {
    blockCount: Math.ceil(samples / BLOCK_ROWS),
    runBlock(block) {
      const from = block * BLOCK_ROWS;
      const rows = Math.min(BLOCK_ROWS, samples - from);
      const outputs = new Float64Array(rows * rowWidth);
      for (let row = 0; row < rows; row++) {
        for (let at = 0; at < count + 2; at++) {
          for (let input = 0; input < count; input++) {
            // A has the first half of the coordinates, B the second; then A with one coordinate of B.
            const fromB = at === 1 || at === input + 2;
            places[input] = point(from + row, fromB ? count + input : input);
          }
          const start = row * rowWidth + at * outputWidth;
          run(outputs.subarray(start, start + outputWidth));
        }
      }
      return outputs;
    },
    gather() {
      const outputs = new Float64Array(samples * rowWidth);
      let filled = 0;
      return {
        add(part) {
          outputs.set(part, filled);
          filled += part.length;
        },
        result: () => summarise(outputs),
      };
    },
  };

  function summarise(outputs: Float64Array): SensitivityResult {
    const indicesOf = (output: number) =>
      sobolIndices(
        Float64Array.from(
          { length: samples * (count + 2) },
          (_, at) => outputs[at * outputWidth + output],
        ),
        count,
        seed,
      );
    return {
      inputs: [...inputs],
      samples,
      seed,
      meanRankChange: indicesOf(model.ranked.length),
      units: model.ranked.map((unit, at) => ({ unit, indices: indicesOf(at) })),
    };
  }
}

function inputsOf({ sources, ranges }: SensitivitySetup, model: DrawnModel): SensitivityInput[] {
  const inputs: SensitivityInput[] = [];
  if (sources.weights !== null) inputs.push('weights');
  if (ranges !== null) inputs.push('values');
  if (sources.gaps) inputs.push('gaps');
  METHOD_PARTS.forEach((part, at) => {
    if (model.choiceCounts[at] > 1) inputs.push(part);
  });
  if (inputs.length > 0) return inputs;
  throw new AppError(
    'E_INPUT',
    'A sensitivity analysis needs at least one source of uncertainty; none is switched on.',
    { reason: 'no-sources', expected: 'at least one source', found: '0' },
  );
}

function applyInputs(
  model: DrawnModel,
  inputs: readonly SensitivityInput[],
  places: Float64Array,
  seed: number,
): void {
  const placeOf = (input: SensitivityInput) => places[inputs.indexOf(input)];
  const stream = (input: SensitivityInput) =>
    new RandomStream(seed, input, Math.floor(placeOf(input) * 4_294_967_296));
  let variant = 0;
  METHOD_PARTS.forEach((part, at) => {
    const choices = model.choiceCounts[at];
    const chosen = choices > 1 ? Math.floor(placeOf(part) * choices) : 0;
    variant = variant * choices + chosen;
  });
  model.chooseMethod(variant);
  if (inputs.includes('weights')) model.drawWeights(stream('weights'));
  if (inputs.includes('values')) model.drawValues(stream('values'));
  if (inputs.includes('gaps')) model.drawGaps(stream('gaps'));
}

/** A unit that a method leaves without a score stands behind all that have one. */
function rankRun(scores: Float64Array, nominal: Int32Array, out: Float64Array): void {
  const ranks = rankScores(scores);
  let scored = 0;
  for (const rank of ranks) if (rank > 0) scored++;
  let change = 0;
  for (let unit = 0; unit < ranks.length; unit++) {
    const rank = ranks[unit] === 0 ? scored + 1 : ranks[unit];
    out[unit] = rank;
    change += Math.abs(rank - nominal[unit]);
  }
  out[ranks.length] = change / ranks.length;
}
