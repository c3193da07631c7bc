import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { PairedResult } from '../../../shared/model/scenario-comparison.ts';
import { type BlockAnalysis, gatherList } from '../block-analysis.ts';
import { quantile } from '../diagnostics/quantile.ts';
import { RandomStream } from '../random.ts';
import { rankScores } from '../rank.ts';
import { requireMemory } from '../require-memory.ts';
import { createScorer } from '../score.ts';
import { createDrawnModel, type DrawnModel, type DrawnModelSetup } from './drawn-model.ts';
import { BLOCK_DRAWS } from './simulation.ts';

export interface PairedSetup {
  /** Two scenarios of one workbook: the same units and the same indicators in the same order. */
  readonly first: DrawnModelSetup;
  readonly second: DrawnModelSetup;
  readonly draws: number;
  readonly seed: number;
}

/** Differences second − first of one block: D × R at [draw × R + unit]; NaN where a unit is not ranked in both. */
export interface PairedBlock {
  readonly rankChange: Float64Array;
  readonly scoreChange: Float64Array;
}

/**
 * Two scenarios under the same uncertainty (common random numbers). What is drawn belongs to the thing and not to its place
 * in a model: a node has its own stream of weight noise, a cell its own number in every draw. So a cell that is a gap in
 * both scenarios has the same place on the scale in both, whatever else they change, and a scenario against itself differs
 * by exactly nothing. Blocks can be made in any order and any thread.
 *
 * Source: Law, "Simulation Modeling and Analysis", 5th ed. 2015, section 11.2 (common random numbers).
 *
 * @throws AppError what `createDrawnModel` throws; `E_INPUT` for more than fits into memory
 */
export function createPairedSimulation({
  first,
  second,
  draws,
  seed,
}: PairedSetup): BlockAnalysis<PairedBlock, PairedResult> {
  const models = [openModel(first), openModel(second)] as const;
  const [one, other] = models;
  const units = one.model.ranked.filter((unit) => other.positionOf.has(unit));
  const unitCount = units.length;
  requireMemory(
    3 * draws * unitCount * 16,
    `The differences of ${unitCount} units in ${draws} draws`,
  );
  const places = models.map(({ positionOf }) =>
    Int32Array.from(units, (unit) => positionOf.get(unit) ?? -1),
  );
  const cellCount = first.request.values.length;
  const valuePlaces = new Float64Array(cellCount);
  const gapPlaces = new Float64Array(cellCount);

  /** Draws both models anew, with the same numbers. */
  function openStreams(block: number): (draw: number) => void {
    const methods = new RandomStream(seed, block, 'methods');
    const values = new RandomStream(seed, block, 'values');
    const gaps = new RandomStream(seed, block, 'gaps');
    const drawsValues = first.ranges !== null || second.ranges !== null;
    const drawsGaps = first.sources.gaps || second.sources.gaps;
    return (draw) => {
      const method = methods.uniform();
      if (drawsValues) values.fillUniform(valuePlaces);
      if (drawsGaps) gaps.fillUniform(gapPlaces);
      for (const { model } of models) {
        model.chooseMethod(Math.floor(method * model.methods.length));
        model.drawWeightsOf((node) => new RandomStream(seed, block, draw, keyOf(node)));
        model.placeValues(valuePlaces);
        model.placeGaps(gapPlaces);
      }
    };
  }

  return {
    blockCount: Math.ceil(draws / BLOCK_DRAWS),
    runBlock(block) {
      const size = Math.min(BLOCK_DRAWS, draws - block * BLOCK_DRAWS);
      const rankChange = new Float64Array(size * unitCount);
      const scoreChange = new Float64Array(size * unitCount);
      const drawNext = openStreams(block);
      for (let draw = 0; draw < size; draw++) {
        drawNext(draw);
        const ranks = models.map(({ model, scores }) => {
          model.score(scores);
          return rankScores(scores);
        });
        for (let unit = 0; unit < unitCount; unit++) {
          const [before, after] = [places[0]![unit]!, places[1]![unit]!];
          const [rankBefore, rankAfter] = [ranks[0]![before]!, ranks[1]![after]!];
          const isRanked = rankBefore > 0 && rankAfter > 0;
          const at = draw * unitCount + unit;
          rankChange[at] = isRanked ? rankAfter - rankBefore : NaN;
          scoreChange[at] = isRanked ? other.scores[after]! - one.scores[before]! : NaN;
        }
      }
      return { rankChange, scoreChange };
    },
    gather: () =>
      gatherList((blocks) => ({
        units,
        onlyFirst: one.model.ranked.filter((unit) => !other.positionOf.has(unit)),
        onlySecond: other.model.ranked.filter((unit) => !one.positionOf.has(unit)),
        draws,
        seed,
        nominalRankFirst: places[0]!.map((at) => one.model.nominalRank[at]!),
        nominalRankSecond: places[1]!.map((at) => other.model.nominalRank[at]!),
        nominalScoreChange: Float64Array.from(
          units,
          (unit) => other.nominalScore(unit) - one.nominalScore(unit),
        ),
        ...summariseChanges(blocks, unitCount),
      })),
  };
}

const keys = new Map<NodeCode, number>();

/** A node's name as a number that decides its stream: a text would be hashed anew in every draw. */
function keyOf(node: NodeCode): number {
  let key = keys.get(node);
  if (key === undefined) {
    key = Math.floor(new RandomStream(0, 'weights', node).uniform() * 2 ** 53);
    keys.set(node, key);
  }
  return key;
}

interface OpenModel {
  readonly model: DrawnModel;
  readonly positionOf: ReadonlyMap<UnitCode, number>;
  /** R of this model: the scores of the draw. */
  readonly scores: Float64Array;
  nominalScore(unit: UnitCode): number;
}

function openModel(setup: DrawnModelSetup): OpenModel {
  const model = createDrawnModel(setup);
  const { result } = createScorer({ ...setup.request, plausible: null });
  return {
    model,
    positionOf: new Map(model.ranked.map((unit, at) => [unit, at])),
    scores: new Float64Array(model.ranked.length),
    nominalScore: (unit) => result.score[result.units.indexOf(unit)] ?? NaN,
  };
}

type Changes = Pick<
  PairedResult,
  | 'compared'
  | 'meanRankChange'
  | 'rankChange5'
  | 'rankChange95'
  | 'meanScoreChange'
  | 'scoreChange5'
  | 'scoreChange95'
  | 'better'
  | 'equal'
  | 'worse'
>;

function summariseChanges(blocks: readonly PairedBlock[], unitCount: number): Changes {
  const changes = {
    compared: new Int32Array(unitCount),
    meanRankChange: new Float64Array(unitCount),
    rankChange5: new Float64Array(unitCount),
    rankChange95: new Float64Array(unitCount),
    meanScoreChange: new Float64Array(unitCount),
    scoreChange5: new Float64Array(unitCount),
    scoreChange95: new Float64Array(unitCount),
    better: new Float64Array(unitCount),
    equal: new Float64Array(unitCount),
    worse: new Float64Array(unitCount),
  };
  for (let unit = 0; unit < unitCount; unit++) {
    const ranks = changesOf(unit, unitCount, blocks, ({ rankChange }) => rankChange);
    const scores = changesOf(unit, unitCount, blocks, ({ scoreChange }) => scoreChange);
    const compared = ranks.length;
    const share = (holds: (change: number) => boolean) =>
      ranks.reduce((count, change) => count + (holds(change) ? 1 : 0), 0) / compared;
    changes.compared[unit] = compared;
    changes.meanRankChange[unit] = mean(ranks);
    changes.meanScoreChange[unit] = mean(scores);
    changes.better[unit] = share((change) => change < 0);
    changes.equal[unit] = share((change) => change === 0);
    changes.worse[unit] = share((change) => change > 0);
    ranks.sort();
    scores.sort();
    changes.rankChange5[unit] = quantile(ranks, 0.05);
    changes.rankChange95[unit] = quantile(ranks, 0.95);
    changes.scoreChange5[unit] = quantile(scores, 0.05);
    changes.scoreChange95[unit] = quantile(scores, 0.95);
  }
  return changes;
}

/** In the order of the draws, so that their sum does not depend on who made which block. */
function changesOf(
  unit: number,
  unitCount: number,
  blocks: readonly PairedBlock[],
  pick: (block: PairedBlock) => Float64Array,
): Float64Array {
  const found: number[] = [];
  for (const block of blocks) {
    const all = pick(block);
    for (let at = unit; at < all.length; at += unitCount) {
      if (!Number.isNaN(all[at])) found.push(all[at]!);
    }
  }
  return Float64Array.from(found);
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
