import type { NodeCode } from '../../../../shared/model/ids.ts';
import type {
  Aggregation,
  Method,
  MissingRule,
  Normalisation,
} from '../../../../shared/model/method.ts';
import type { MethodChoices } from '../../../../shared/model/uncertainty.ts';

/** Everything that can be ticked for each part of the method; the workbook's own choice is among it, first. */
export type MethodOptions = {
  readonly [Part in keyof MethodChoices]: readonly MethodChoices[Part][number][];
};

const NORMALISATIONS: readonly Normalisation[] = [
  { rule: 'min-max', low: 0, high: 100 },
  { rule: 'min-max', low: 1, high: 100 },
  { rule: 'z-score', mean: 0, standardDeviation: 1 },
  { rule: 'rank', ties: 'min' },
  { rule: 'percentile-rank', ties: 'min' },
];

const AGGREGATIONS: readonly Aggregation[] = [
  { rule: 'arithmetic' },
  { rule: 'geometric' },
  { rule: 'harmonic' },
  { rule: 'copeland' },
  { rule: 'topsis' },
];

const MISSING: readonly MissingRule[] = [
  'available-leaf',
  'available',
  'zero',
  'mean',
  'median',
  'unit-mean',
  'unit-median',
];

const MISSING_BY_GROUP: readonly MissingRule[] = ['group-mean', 'group-median'];

const TREATMENTS = ['none', 'winsorise', 'winsorise+log'] as const;

export function methodOptions(method: Method): MethodOptions {
  return {
    normalisation: withOwnFirst(method.normalisation, NORMALISATIONS),
    aggregation: withOwnFirst(
      simplified(method.aggregation),
      AGGREGATIONS.map((each) => [each]),
    ),
    missing: withOwnFirst(method.missing, [
      ...MISSING,
      ...(method.groupAttribute === null ? [] : MISSING_BY_GROUP),
    ]),
    treatment: withOwnFirst(method.treatment.rule, TREATMENTS),
  };
}

/** A list that says the same for every level is the rule itself. */
function simplified(aggregation: readonly Aggregation[]): Aggregation[] {
  const [first] = aggregation;
  if (first === undefined) return [];
  return aggregation.every((each) => isSame(each, first)) ? [first] : [...aggregation];
}

function withOwnFirst<Choice>(own: Choice, others: readonly Choice[]): Choice[] {
  return [own, ...others.filter((each) => !isSame(each, own))];
}

/** Choices are small plain records whose properties stand in the schema's order. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** How many methods the choices make together; a part without choices stays as it is. */
export function combinationCount(choices: MethodChoices): number {
  return Object.values(choices).reduce((product, list) => product * Math.max(1, list.length), 1);
}

/** As the engine refuses: every combination is prepared in advance and kept. */
export const MOST_COMBINATIONS = 2000;

/** Whether some combination takes a mean that exists for positive values only, of values that need not be positive. */
export function needsPositiveScale(choices: MethodChoices, method: Method): boolean {
  const aggregations = choices.aggregation.length > 0 ? choices.aggregation : [method.aggregation];
  const normalisations =
    choices.normalisation.length > 0
      ? choices.normalisation
      : [method.normalisation, ...Object.values(method.normalisationByIndicator)];
  return (
    aggregations.some((levels) => levels.some(isForPositiveValues)) &&
    !normalisations.every(isPositive)
  );
}

function isForPositiveValues(aggregation: Aggregation): boolean {
  return (
    aggregation.rule === 'geometric' ||
    aggregation.rule === 'harmonic' ||
    (aggregation.rule === 'power' && aggregation.exponent < 0)
  );
}

function isPositive(normalisation: Normalisation): boolean {
  return (
    normalisation.rule === 'rank' || (normalisation.rule === 'min-max' && normalisation.low > 0)
  );
}

type Part = keyof MethodChoices;

/**
 * The indicators whose rules of their own the choices for this part replace: what is ticked for normalisation or
 * treatment is for every indicator.
 */
export function replacedRules(method: Method, choices: MethodChoices, part: Part): NodeCode[] {
  if (choices[part].length === 0) return [];
  switch (part) {
    case 'normalisation':
      return Object.keys(method.normalisationByIndicator) as NodeCode[];
    case 'treatment':
      return Object.keys(method.treatment.byIndicator) as NodeCode[];
    case 'aggregation':
    case 'missing':
      return [];
  }
}

/** Whether the option is among the choices. */
export function isTicked(
  options: MethodOptions,
  choices: MethodChoices,
  part: Part,
  at: number,
): boolean {
  return choices[part].some((each) => isSame(each, options[part][at]));
}

/** The choices with one of them added or taken out, in the order of the options. */
export function toggled(
  options: MethodOptions,
  choices: MethodChoices,
  part: Part,
  at: number,
): MethodChoices {
  const ticked = (_: unknown, position: number) =>
    isTicked(options, choices, part, position) !== (position === at);
  return { ...choices, [part]: (options[part] as readonly unknown[]).filter(ticked) };
}
