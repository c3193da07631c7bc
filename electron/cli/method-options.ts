import { InvalidArgumentError, Option, type Command } from 'commander';
import { AppError } from '../../shared/contract/errors.ts';
import { UnitCode } from '../../shared/model/ids.ts';
import type { Aggregation, Method, Normalisation, TieRule } from '../../shared/model/method.ts';
import { parseDecimal, parseShare } from './numbers.ts';

/** What the method options say, as commander hands it over. */
export interface MethodOptions {
  readonly missing?: Method['missing'];
  readonly group?: string;
  readonly availability?: readonly number[];
  readonly minCoverage?: number;
  readonly normalise?: NormalisationName;
  readonly scale?: readonly [number, number];
  readonly reference?: string;
  readonly cap?: true;
  /** `--no-truncate` makes it false. */
  readonly truncate: boolean;
  readonly ties?: TieRule;
  readonly aggregate?: readonly Aggregation[];
  readonly treat?: Method['treatment']['rule'];
}

const NORMALISATIONS = [
  'min-max',
  'z-score',
  'rank',
  'borda',
  'percentile-rank',
  'distance-to-max',
  'distance-to-reference',
  'distance-to-target',
  'goalposts',
  'fraction-of-max',
  'scaled',
] as const;
type NormalisationName = (typeof NORMALISATIONS)[number];

const MISSING_RULES = [
  'available',
  'available-leaf',
  'zero',
  'mean',
  'median',
  'group-mean',
  'group-median',
  'unit-mean',
  'unit-median',
  'bounds',
] as const satisfies readonly Method['missing'][];

const AGGREGATIONS = [
  'arithmetic',
  'geometric',
  'harmonic',
  'min',
  'max',
  'median',
  'copeland',
  'topsis',
] as const;

/** Goalposts of an indicator map to 0 and this. */
const GOALPOST_SCALE = 100;

/** Adds the options that replace parts of a workbook's method for one run. */
export function addMethodOptions(command: Command): Command {
  return command
    .optionsGroup('Method (default: the workbook’s own)')
    .addOption(new Option('--missing <rule>', 'what a gap does').choices(MISSING_RULES))
    .option('--group <column>', 'unit attribute whose groups group-mean and group-median use')
    .option(
      '--availability <shares>',
      'least share of direct children present: one for all levels, or t,t2,… bottom level first',
      parseShares,
    )
    .option(
      '--min-coverage <share>',
      'units with less coverage are scored but not ranked',
      parseShare,
    )
    .addOption(new Option('--normalise <rule>', 'for every indicator').choices(NORMALISATIONS))
    .option('--scale <a,b>', 'min-max: lowest,highest; z-score: mean,standard deviation', parsePair)
    .option('--reference <unit>', 'uCode of the unit for distance-to-reference')
    .option('--cap', 'distance-to-reference and distance-to-target: at most 1')
    .option('--no-truncate', 'goalposts: values may lie outside the posts')
    .addOption(
      new Option('--ties <rule>', 'rank, borda and percentile-rank (default: min)').choices([
        'min',
        'max',
        'average',
      ]),
    )
    .option(
      '--aggregate <rule>',
      `${AGGREGATIONS.join('|')}|power:<p>; once for all levels, or once per level, bottom level first`,
      parseAggregation,
    )
    .addOption(
      new Option('--treat <rule>', 'outliers').choices(['none', 'winsorise', 'winsorise+log']),
    );
}

/**
 * The parts of the method that the options replace. A rule for every indicator also replaces what the workbook says about
 * single indicators.
 *
 * @throws AppError E_INPUT for an option that does not belong to the rule it is given with
 */
export function methodPart(options: MethodOptions, own: Method): Partial<Method> {
  const normalisation = normalisationOf(options, own.normalisation);
  return {
    ...(options.missing !== undefined && { missing: options.missing }),
    ...(options.group !== undefined && { groupAttribute: options.group }),
    ...(options.availability !== undefined && { availability: [...options.availability] }),
    ...(options.minCoverage !== undefined && { minCoverage: options.minCoverage }),
    ...(normalisation !== null && { normalisation, normalisationByIndicator: {} }),
    ...(options.aggregate !== undefined && { aggregation: [...options.aggregate] }),
    ...(options.treat !== undefined && {
      treatment: { ...own.treatment, rule: options.treat, byIndicator: {} },
    }),
  };
}

/** A run of a command that has a scenario and method options. */
export function runOf(options: MethodOptions & { readonly scenario?: string }) {
  return {
    scenario: options.scenario ?? null,
    methodPart: (own: Method) => methodPart(options, own),
    weightsFile: null,
  };
}

/** Which rules an option belongs to. */
const OPTION_RULES: readonly (readonly [
  option: string,
  isGiven: (options: MethodOptions) => boolean,
  rules: readonly Normalisation['rule'][],
])[] = [
  ['--scale', ({ scale }) => scale !== undefined, ['min-max', 'z-score']],
  ['--reference', ({ reference }) => reference !== undefined, ['distance-to-reference']],
  ['--cap', ({ cap }) => cap === true, ['distance-to-reference', 'distance-to-target']],
  ['--no-truncate', ({ truncate }) => !truncate, ['goalposts']],
  ['--ties', ({ ties }) => ties !== undefined, ['rank', 'borda', 'percentile-rank']],
];

/** null: no option changes it. */
function normalisationOf(options: MethodOptions, own: Normalisation): Normalisation | null {
  const given = OPTION_RULES.filter(([, isGiven]) => isGiven(options));
  const rule = options.normalise ?? own.rule;
  for (const [option, , rules] of given) {
    if (rules.includes(rule)) continue;
    throw usage(option, `--normalise ${rules.join(' or ')}`, rule);
  }
  if (options.normalise === undefined) {
    return given.length === 0 ? null : changedNormalisation(options, own);
  }
  return changedNormalisation(options, plainNormalisation(options.normalise, options));
}

function plainNormalisation(name: NormalisationName, { reference }: MethodOptions): Normalisation {
  switch (name) {
    case 'min-max':
      return { rule: name, low: 0, high: 100 };
    case 'z-score':
      return { rule: name, mean: 0, standardDeviation: 1 };
    case 'rank':
    case 'borda':
    case 'percentile-rank':
      return { rule: name, ties: 'min' };
    case 'distance-to-max':
    case 'fraction-of-max':
      return { rule: name };
    case 'distance-to-reference':
      if (reference === undefined) throw usage('--normalise', '--reference UCODE with it', 'none');
      return { rule: name, reference: UnitCode.parse(reference), cap: false };
    case 'distance-to-target':
      return { rule: name, target: null, cap: false };
    case 'goalposts':
      return { rule: name, bounds: null, truncate: true, factor: GOALPOST_SCALE };
    case 'scaled':
      return { rule: name, bounds: null, factor: null };
  }
}

/** The rule with what the other options say about it. */
function changedNormalisation(options: MethodOptions, rule: Normalisation): Normalisation {
  const { scale, reference, ties, cap, truncate } = options;
  switch (rule.rule) {
    case 'min-max':
      if (scale === undefined) return rule;
      if (scale[0] >= scale[1]) throw usage('--scale', 'lowest below highest', scale.join(','));
      return { ...rule, low: scale[0], high: scale[1] };
    case 'z-score':
      if (scale === undefined) return rule;
      if (scale[1] <= 0) throw usage('--scale', 'a standard deviation above 0', `${scale[1]}`);
      return { ...rule, mean: scale[0], standardDeviation: scale[1] };
    case 'rank':
    case 'borda':
    case 'percentile-rank':
      return ties === undefined ? rule : { ...rule, ties };
    case 'distance-to-reference':
      return {
        ...rule,
        cap: cap ?? rule.cap,
        reference: reference === undefined ? rule.reference : UnitCode.parse(reference),
      };
    case 'distance-to-target':
      return { ...rule, cap: cap ?? rule.cap };
    case 'goalposts':
      return truncate ? rule : { ...rule, truncate };
    case 'distance-to-max':
    case 'fraction-of-max':
    case 'scaled':
    case 'threshold-table':
      return rule;
  }
}

function usage(option: string, expected: string, found: string): AppError {
  return new AppError('E_INPUT', `${option}: expected ${expected}, found ${found}`, {
    reason: 'usage',
    expected,
    found,
  });
}

function parseShares(text: string): number[] {
  return text.split(',').map(parseShare);
}

function parsePair(text: string): [number, number] {
  const [first, second, ...rest] = text.split(',').map(parseDecimal);
  if (first === undefined || second === undefined || rest.length > 0) {
    throw new InvalidArgumentError('Expected two numbers with a comma between them.');
  }
  return [first, second];
}

function parseAggregation(text: string, before: readonly Aggregation[] = []): Aggregation[] {
  const power = /^power:(.+)$/u.exec(text)?.[1];
  if (power !== undefined) {
    const exponent = parseDecimal(power);
    if (exponent === 0) throw new InvalidArgumentError('Power 0 is the geometric mean.');
    return [...before, { rule: 'power', exponent }];
  }
  const rule = AGGREGATIONS.find((name) => name === text);
  if (rule !== undefined) return [...before, { rule }];
  throw new InvalidArgumentError(`Allowed choices are ${AGGREGATIONS.join(', ')}, power:<p>.`);
}
