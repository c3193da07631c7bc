import type {
  MultiverseRequest,
  MultiverseResult,
  RemoveOneResult,
  TornadoRequest,
  TornadoResult,
} from '../../shared/model/one-at-a-time.ts';
import type { SensitivityResult } from '../../shared/model/sensitivity.ts';
import type { DrawParameters, UncertaintyResult } from '../../shared/model/uncertainty.ts';
import type { PairedResult } from '../../shared/model/scenario-comparison.ts';
import type { AttainableResult, GoalAnswer } from '../../shared/model/weight-analysis.ts';
import type { GoalSetup } from '../engine/exact/goal-seek.ts';
import type { RegionRequest } from '../engine/exact/weight-region.ts';
import type { ScoringRequest } from '../engine/score.ts';
import type { SensitivitySetup } from '../engine/sensitivity/sensitivity-analysis.ts';
import type { PairedSetup } from '../engine/uncertainty/paired-simulation.ts';
import type { SimulationSetup } from '../engine/uncertainty/simulation.ts';

/** A long analysis with everything that it depends on: plain data and typed arrays. */
export type Analysis =
  | { readonly kind: 'uncertainty'; readonly setup: SimulationSetup }
  /** What one draw of a simulation is made with. */
  | { readonly kind: 'draw'; readonly setup: SimulationSetup & { readonly draw: number } }
  | { readonly kind: 'sensitivity'; readonly setup: SensitivitySetup }
  | { readonly kind: 'removeOne'; readonly setup: { readonly scoring: ScoringRequest } }
  | {
      readonly kind: 'tornado';
      readonly setup: TornadoRequest & { readonly scoring: ScoringRequest };
    }
  | {
      readonly kind: 'multiverse';
      readonly setup: MultiverseRequest & { readonly scoring: ScoringRequest };
    }
  | {
      readonly kind: 'attainableRanks';
      readonly setup: { readonly scoring: ScoringRequest; readonly region: RegionRequest };
    }
  | { readonly kind: 'paired'; readonly setup: PairedSetup }
  | { readonly kind: 'goalSeek'; readonly setup: GoalSetup };

export type AnalysisKind = Analysis['kind'];

export interface AnalysisResults {
  readonly uncertainty: UncertaintyResult;
  readonly draw: DrawParameters;
  readonly sensitivity: SensitivityResult;
  readonly removeOne: RemoveOneResult;
  readonly tornado: TornadoResult;
  readonly multiverse: MultiverseResult;
  readonly attainableRanks: AttainableResult;
  readonly paired: PairedResult;
  readonly goalSeek: GoalAnswer;
}
