import { z } from 'zod';
import { ErrorReply } from '../contract/errors.ts';
import { NodeCode, ScenarioId, UnitCode } from './ids.ts';
import { Seed, UncertaintySources } from './uncertainty.ts';

const Floats = z.custom<Float64Array>((value) => value instanceof Float64Array);
const Integers = z.custom<Int32Array>((value) => value instanceof Int32Array);

/** Ranks and scores of all units U of the workbook in S scenarios. */
export const ScoreMatrix = z.strictObject({
  scenarios: z.array(ScenarioId),
  units: z.array(UnitCode),
  /** S × U at [s × U + u]; 0 = not ranked. */
  rank: Integers,
  /** S × U; NaN = no score. */
  score: Floats,
  /** S × U: share of the weight with a value; NaN = the scenario leaves the unit out, or cannot be scored. */
  coverage: Floats,
  /** S: why a scenario cannot be scored; null: it can. */
  refused: z.array(ErrorReply.nullable()),
});
export type ScoreMatrix = z.infer<typeof ScoreMatrix>;

export const PairedRequest = z.strictObject({
  /** Every draw of every unit is kept until the quantiles are taken. */
  draws: z.int().min(1).max(100_000),
  seed: Seed,
  sources: UncertaintySources,
});
export type PairedRequest = z.infer<typeof PairedRequest>;

/**
 * What the second scenario changes against the first, draw by draw with the same random numbers: the same weight noise for
 * the same node, the same value and the same place on the scale for the same cell. R = units.length units, those that are
 * ranked in both scenarios without uncertainty; differences are second − first, so a negative change of rank is a rise.
 */
export const PairedResult = z.strictObject({
  units: z.array(UnitCode),
  /** Ranked without uncertainty in one of the two only: nothing is compared. */
  onlyFirst: z.array(UnitCode),
  onlySecond: z.array(UnitCode),
  draws: z.int(),
  seed: Seed,
  /** R: without uncertainty. */
  nominalRankFirst: Integers,
  nominalRankSecond: Integers,
  nominalScoreChange: Floats,
  /** R: draws in which the unit is ranked in both; all that follows is over these, NaN where there are none. */
  compared: Integers,
  /** R. Quantiles of type 7. */
  meanRankChange: Floats,
  rankChange5: Floats,
  rankChange95: Floats,
  meanScoreChange: Floats,
  scoreChange5: Floats,
  scoreChange95: Floats,
  /** R: shares of draws with a better, the same and a worse rank in the second; they sum to 1. */
  better: Floats,
  equal: Floats,
  worse: Floats,
});
export type PairedResult = z.infer<typeof PairedResult>;

/** What it means to make a scenario's values the baseline's own. */
export const Promotion = z.strictObject({
  /** Parents whose children get other weights. */
  weights: z.array(NodeCode),
  /** Cells that get another value, or lose theirs. */
  cells: z.int(),
  /** Parts of the method, by name. */
  method: z.array(z.string()),
  /** Units and nodes that are left out or come back. */
  units: z.int(),
  nodes: z.int(),
  /** Every other scenario but the baseline, and how many units get another rank in it because it follows. */
  others: z.array(
    z.strictObject({
      scenario: ScenarioId,
      /** null: the scenario cannot be scored, before or after. */
      moved: z.int().nullable(),
    }),
  ),
});
export type Promotion = z.infer<typeof Promotion>;
