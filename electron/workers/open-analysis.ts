import { type BlockAnalysis, gatherList } from '../engine/block-analysis.ts';
import { createAttainableRanks } from '../engine/exact/attainable-ranks.ts';
import { createGoalSeek } from '../engine/exact/goal-seek.ts';
import { createMultiverse } from '../engine/sensitivity/multiverse.ts';
import { createRemoveOne } from '../engine/sensitivity/remove-one.ts';
import { createSensitivityAnalysis } from '../engine/sensitivity/sensitivity-analysis.ts';
import { createTornado } from '../engine/sensitivity/tornado.ts';
import { createPairedSimulation } from '../engine/uncertainty/paired-simulation.ts';
import { createSimulation } from '../engine/uncertainty/simulation.ts';
import type { Analysis } from './analysis.ts';

/**
 * The engine's part in an analysis. Parts travel between threads as they are.
 *
 * @throws AppError what the engine refuses
 */
export function openAnalysis(analysis: Analysis): BlockAnalysis<unknown, unknown> {
  switch (analysis.kind) {
    case 'uncertainty':
      return createSimulation(analysis.setup);
    case 'draw': {
      const simulation = createSimulation(analysis.setup);
      return {
        blockCount: 1,
        runBlock: () => simulation.drawParameters(analysis.setup.draw),
        gather: () => gatherList(([parameters]) => parameters),
      };
    }
    case 'sensitivity':
      return createSensitivityAnalysis(analysis.setup);
    case 'removeOne':
      return createRemoveOne(analysis.setup.scoring);
    case 'tornado':
      return createTornado(analysis.setup.scoring, analysis.setup.factor);
    case 'multiverse':
      return createMultiverse(analysis.setup.scoring, analysis.setup.choices);
    case 'attainableRanks':
      return createAttainableRanks(analysis.setup.scoring, analysis.setup.region);
    case 'paired':
      return createPairedSimulation(analysis.setup);
    case 'goalSeek':
      return createGoalSeek(analysis.setup);
  }
}
