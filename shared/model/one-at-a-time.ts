import { z } from 'zod';
import { NodeCode, UnitCode } from './ids.ts';
import { MethodChoices } from './uncertainty.ts';

const Floats = z.custom<Float64Array>((value) => value instanceof Float64Array);
const Integers = z.custom<Int32Array>((value) => value instanceof Int32Array);

/** U = units.length; ranks are 1-based, 0 = not ranked. */
const Ranking = { units: z.array(UnitCode), nominalRank: Integers };

/** Nothing can be chosen. */
export const RemoveOneRequest = z.strictObject({});
export type RemoveOneRequest = z.infer<typeof RemoveOneRequest>;

/** The ranking without one node and all below it, its siblings sharing its weight; node after node. K = nodes.length. */
export const RemoveOneResult = z.strictObject({
  ...Ranking,
  nodes: z.array(NodeCode),
  /** K × U */
  rank: Integers,
  /** K: mean absolute change of rank over the units ranked both times. */
  meanRankChange: Floats,
});
export type RemoveOneResult = z.infer<typeof RemoveOneResult>;

export const TornadoRequest = z.strictObject({
  /** Every weight times 1 − factor and 1 + factor: 0.25 = a quarter less and a quarter more. */
  factor: z.number().min(0).max(1),
});
export type TornadoRequest = z.infer<typeof TornadoRequest>;

/** Score and rank of every unit with one weight at a time moved down and up. K = nodes.length. */
export const TornadoResult = z.strictObject({
  ...Ranking,
  nominalScore: Floats,
  nodes: z.array(NodeCode),
  /** K × U */
  scoreDown: Floats,
  scoreUp: Floats,
  rankDown: Integers,
  rankUp: Integers,
});
export type TornadoResult = z.infer<typeof TornadoResult>;

export const MultiverseRequest = z.strictObject({ choices: MethodChoices });
export type MultiverseRequest = z.infer<typeof MultiverseRequest>;

/** Every combination of method choices, V of them, and what each choice does on average. */
export const MultiverseResult = z.strictObject({
  ...Ranking,
  choices: MethodChoices,
  /** V × U, the last part of the method varying fastest: normalisation, aggregation, missing, treatment. */
  rank: Integers,
  /** One entry for each choice of each part that has more than one. */
  effects: z.array(
    z.strictObject({
      part: MethodChoices.keyof(),
      /** Position in the part's list. */
      choice: z.int(),
      /** U: mean rank under this choice minus mean rank over all; NaN where the unit is ranked under none of them. */
      meanRankChange: Floats,
    }),
  ),
});
export type MultiverseResult = z.infer<typeof MultiverseResult>;
