import { AppError } from '../../../shared/contract/errors.ts';
import type { DrawParameters, UncertaintyResult } from '../../../shared/model/uncertainty.ts';
import type { BlockAnalysis } from '../block-analysis.ts';
import { RandomStream } from '../random.ts';
import { rankScores } from '../rank.ts';
import { requireMemory } from '../require-memory.ts';
import { createDrawnModel, type DrawnModelSetup } from './drawn-model.ts';
import { addTally, emptyTally, rankCounter, type RankTally, tallyBytes } from './rank-tally.ts';
import { summariseRanks } from './summarise-ranks.ts';

/** Draws of one block. Part of what a seed means: another size would give other numbers. */
export const BLOCK_DRAWS = 256;

export interface SimulationSetup extends DrawnModelSetup {
  readonly draws: number;
  readonly seed: number;
}

/**
 * Monte Carlo over weights, values, gaps and methods. Block k draws from streams that the seed and k alone decide, one per
 * source, so that blocks can be made in any order and any thread, and switching one source leaves the others' draws alone.
 */
export interface Simulation extends BlockAnalysis<RankTally, UncertaintyResult> {
  /**
   * What a draw was made with, and its ranking.
   * @throws AppError `E_INPUT` for a draw that the run does not have.
   */
  drawParameters(draw: number): DrawParameters;
}

/** @throws AppError see `createDrawnModel`. */
export function createSimulation(setup: SimulationSetup): Simulation {
  const { draws, seed } = setup;
  const model = createDrawnModel(setup);
  const unitCount = model.ranked.length;
  const { nodeCount } = model.tree;
  // Blocks that are under way, the sum, and the shares made of it.
  requireMemory(
    6 * tallyBytes(unitCount, nodeCount),
    `The ranks of ${unitCount} units against each other`,
  );
  const scores = new Float64Array(unitCount);

  function openStreams(block: number): () => void {
    const methods = new RandomStream(seed, block, 'methods');
    const weights = new RandomStream(seed, block, 'weights');
    const values = new RandomStream(seed, block, 'values');
    const gaps = new RandomStream(seed, block, 'gaps');
    return () => {
      model.chooseMethod(Math.floor(methods.uniform() * model.methods.length));
      model.drawWeights(weights);
      model.drawValues(values);
      model.drawGaps(gaps);
    };
  }

  return {
    blockCount: Math.ceil(draws / BLOCK_DRAWS),
    runBlock(block) {
      const counter = rankCounter(nodeCount, model.nominalRank);
      const size = Math.min(BLOCK_DRAWS, draws - block * BLOCK_DRAWS);
      const drawNext = openStreams(block);
      for (let draw = 0; draw < size; draw++) {
        drawNext();
        model.score(scores);
        counter.count(scores, model.local);
      }
      return counter.finish();
    },
    gather() {
      const whole = emptyTally(unitCount, nodeCount);
      return {
        add: (part) => addTally(whole, part),
        result: () => ({
          units: [...model.ranked],
          nodes: [...model.tree.codes],
          draws: whole.draws,
          seed,
          nominalRank: model.nominalRank.slice(),
          ...summariseRanks(whole),
        }),
      };
    },
    drawParameters(draw) {
      if (!(Number.isInteger(draw) && draw >= 0 && draw < draws)) {
        throw new AppError('E_INPUT', `There is no draw ${draw}; the run has ${draws}, from 0.`, {
          reason: 'unknown-draw',
          expected: `0 to ${draws - 1}`,
          found: String(draw),
        });
      }
      const drawNext = openStreams(Math.floor(draw / BLOCK_DRAWS));
      for (let before = draw % BLOCK_DRAWS; before >= 0; before--) drawNext();
      model.score(scores);
      const ranks = rankScores(scores);
      const ranking = model.ranked.map((unit, at) => {
        const score = scores[at] ?? Number.NaN;
        return { unit, rank: ranks[at] ?? 0, score: Number.isNaN(score) ? null : score };
      });
      return { draw, ...model.parameters(), ranking };
    },
  };
}
