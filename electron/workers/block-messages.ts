import type { ErrorReply } from '../../shared/contract/errors.ts';
import type { SensitivitySetup } from '../engine/sensitivity/sensitivity-analysis.ts';
import type { RankTally } from '../engine/uncertainty/rank-tally.ts';
import type { SimulationSetup } from '../engine/uncertainty/simulation.ts';

/** Long work that falls into numbered blocks, each of which depends on nothing but the setup and its number. */
export type BlockWork =
  | { readonly kind: 'uncertainty'; readonly setup: SimulationSetup }
  | { readonly kind: 'sensitivity'; readonly setup: SensitivitySetup };

/** What one block of each kind of work gives. */
export interface BlockResults {
  readonly uncertainty: RankTally;
  readonly sensitivity: Float64Array;
}

export type BlockReply =
  | {
      readonly kind: 'block';
      readonly block: number;
      readonly result: BlockResults[BlockWork['kind']];
    }
  | { readonly kind: 'refused'; readonly error: ErrorReply }
  | { readonly kind: 'failed'; readonly message: string };
