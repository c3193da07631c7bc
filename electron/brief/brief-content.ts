import type { BriefRequest } from '../../shared/contract/brief-operations.ts';
import type { CellGrid } from '../../shared/contract/evidence-operations.ts';
import type { Framework } from '../../shared/model/framework.ts';
import type { LocalizedText } from '../../shared/model/language.ts';
import type { Method } from '../../shared/model/method.ts';
import type { Observation, Series } from '../../shared/model/observation.ts';
import type { ScoringResult } from '../../shared/model/result.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Source } from '../../shared/model/source.ts';
import type { Unit } from '../../shared/model/unit.ts';

/** Everything that a brief is made from. Its numbers are the engine's own; nothing is computed anew. */
export interface BriefContent {
  readonly request: BriefRequest;
  readonly title: LocalizedText;
  /** Empty: nobody is named. */
  readonly author: string;
  /** Day of the brief, `2025-11-21`. */
  readonly date: string;
  /** With the weights of `baseline`. */
  readonly framework: Framework;
  readonly units: readonly Unit[];
  readonly series: readonly Series[];
  readonly sources: readonly Source[];
  readonly scenarios: readonly Scenario[];
  /** In effect in the scenario, and in `baseline`. */
  readonly method: Method;
  readonly baselineMethod: Method;
  /** Cells of the scenario. */
  readonly grid: CellGrid;
  /** The observations that fill the cells in `baseline`. */
  readonly adopted: readonly Observation[];
  readonly result: ScoringResult;
  readonly baselineResult: ScoringResult;
}
