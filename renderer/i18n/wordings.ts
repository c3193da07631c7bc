import { common as commonEn } from './en/common.ts';
import { errors as errorsEn } from './en/errors.ts';
import { frame as frameEn } from './en/frame.ts';
import { ranking as rankingEn } from './en/ranking.ts';
import { weights as weightsEn } from './en/weights.ts';
import type { Wording, WordingPath } from './wording.ts';
import { common as commonZh } from './zh/common.ts';
import { errors as errorsZh } from './zh/errors.ts';
import { frame as frameZh } from './zh/frame.ts';
import { ranking as rankingZh } from './zh/ranking.ts';
import { weights as weightsZh } from './zh/weights.ts';

/** One entry a feature; each feature keeps its words in `zh/<feature>.ts` and `en/<feature>.ts`. */
const zh = {
  common: commonZh,
  errors: errorsZh,
  frame: frameZh,
  ranking: rankingZh,
  weights: weightsZh,
};

const en: Wording<typeof zh> = {
  common: commonEn,
  errors: errorsEn,
  frame: frameEn,
  ranking: rankingEn,
  weights: weightsEn,
};

export const wordings = { zh, en };

export type Wordings = typeof zh;

/** A text of any feature, e.g. `frame:command.undo`. */
export type TextKey = {
  [Feature in keyof Wordings]: `${Feature}:${WordingPath<Wordings[Feature]>}`;
}[keyof Wordings];
