import { AppError } from '../../../shared/contract/errors.ts';
import type { Method } from '../../../shared/model/method.ts';
import type { MethodChoices } from '../../../shared/model/uncertainty.ts';

export type MethodPartName = keyof MethodChoices;

export const METHOD_PARTS: readonly MethodPartName[] = [
  'normalisation',
  'aggregation',
  'missing',
  'treatment',
];

/** All methods that the choices make together. */
export interface MethodVariants {
  readonly methods: readonly Method[];
  /** How many choices each part has, in the order of `METHOD_PARTS`; the last part varies fastest in `methods`. */
  readonly counts: readonly number[];
}

/** Every one is prepared in advance and kept. */
const MOST_VARIANTS = 2000;

/**
 * The Cartesian product of the choices; a part without choices stays as the method has it. A normalisation or treatment
 * that is chosen is for every indicator: it replaces what the method says about single ones.
 *
 * @throws AppError `E_INPUT` where there are too many combinations.
 */
export function methodVariants(method: Method, choices: MethodChoices): MethodVariants {
  const parts: readonly (readonly Partial<Method>[])[] = [
    choices.normalisation.map((normalisation) => ({ normalisation, normalisationByIndicator: {} })),
    choices.aggregation.map((aggregation) => ({ aggregation })),
    choices.missing.map((missing) => ({ missing })),
    choices.treatment.map((rule) => ({
      treatment: { ...method.treatment, rule, byIndicator: {} },
    })),
  ].map((list) => (list.length === 0 ? [{}] : list));
  const counts = parts.map((list) => list.length);
  const combinations = counts.reduce((product, count) => product * count, 1);
  if (combinations > MOST_VARIANTS) {
    throw new AppError(
      'E_INPUT',
      `The method choices make ${combinations} combinations; at most ${MOST_VARIANTS} are allowed.`,
      {
        reason: 'too-many-methods',
        expected: `at most ${MOST_VARIANTS}`,
        found: String(combinations),
      },
    );
  }
  let methods: readonly Method[] = [method];
  for (const list of parts) {
    methods = methods.flatMap((each) => list.map((part) => ({ ...each, ...part })));
  }
  return { methods, counts };
}
