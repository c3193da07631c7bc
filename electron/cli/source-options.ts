import { InvalidArgumentError, Option, type Command } from 'commander';
import { AppError } from '../../shared/contract/errors.ts';
import type { WeightUncertainty } from '../../shared/model/uncertainty.ts';
import type { AskedChoices, AskedSources } from '../services/run-sources.ts';
import { parseDecimal, parseShare } from './numbers.ts';

/** What is uncertain, as commander hands it over. */
export interface SourceOptions {
  readonly weightNoise?: number;
  readonly weightDraws: WeightDraws;
  readonly lock: readonly string[];
  readonly valueRange?: AskedSources['values'];
  readonly gaps?: true;
  readonly methods: AskedChoices;
}

type WeightDraws =
  | { readonly rule: 'noise' }
  | Exclude<WeightUncertainty, { rule: 'noise' }>
  /** The weights are as declared. */
  | { readonly rule: 'none' };

const USUAL_NOISE = 0.25;

/** Adds the options that say what is drawn. Weights by noise are, unless an option says otherwise. */
export function addSourceOptions(command: Command, methods: 'none' | 'usual'): Command {
  return command
    .optionsGroup('What is uncertain')
    .option(
      '--weight-noise <share>',
      `every weight times 1 ± up to this share, siblings then brought back to their sum (default: ${USUAL_NOISE})`,
      parseShare,
    )
    .addOption(
      new Option(
        '--weight-draws <rule>',
        'noise | dirichlet:<concentration> around the declared shares | simplex: anywhere, all alike | none',
      )
        .argParser(parseWeightDraws)
        .default({ rule: 'noise' }, 'noise'),
    )
    .option('--lock <nodes...>', 'nodes that keep their share among their siblings', [])
    .option(
      '--value-range <shares>',
      'high,medium,low: every value times 1 ± up to this share, by its confidence',
      parseValueRange,
    )
    .option('--gaps', 'every gap anywhere on its scale; without it the missing-data rule decides')
    .addOption(methodsOption(methods));
}

export function methodsOption(usually: 'none' | 'usual'): Option {
  return new Option(
    '--methods <choices>',
    'none | usual: normalisation, aggregation and missing-data rule | a JSON file with the lists normalisation, aggregation, missing, treatment',
  )
    .argParser(parseChoices)
    .default({ kind: usually }, usually);
}

/** @throws AppError E_INPUT for a noise that belongs to no rule given */
export function askedSources(options: SourceOptions): AskedSources {
  const { weightDraws, weightNoise, lock, valueRange, gaps, methods } = options;
  if (weightNoise !== undefined && weightDraws.rule !== 'noise') {
    const found = weightDraws.rule;
    throw new AppError('E_INPUT', `--weight-noise: expected --weight-draws noise, found ${found}`, {
      reason: 'usage',
      expected: 'noise',
      found,
    });
  }
  return {
    weights: weightSource(weightDraws, weightNoise ?? USUAL_NOISE),
    locked: lock,
    values: valueRange ?? null,
    gaps: gaps === true,
    methods,
  };
}

function weightSource(draws: WeightDraws, factor: number): AskedSources['weights'] {
  switch (draws.rule) {
    case 'noise':
      return { rule: 'noise', factor };
    case 'none':
      return null;
    default:
      return draws;
  }
}

function parseWeightDraws(text: string): WeightDraws {
  const concentration = /^dirichlet:(.+)$/u.exec(text)?.[1];
  if (concentration !== undefined) {
    const value = parseDecimal(concentration);
    if (value <= 0) throw new InvalidArgumentError('Expected a concentration above 0.');
    return { rule: 'dirichlet', concentration: value };
  }
  if (text === 'noise' || text === 'simplex' || text === 'none') return { rule: text };
  throw new InvalidArgumentError(
    'Allowed choices are noise, dirichlet:<concentration>, simplex, none.',
  );
}

function parseValueRange(text: string): NonNullable<AskedSources['values']> {
  const [high, medium, low, ...rest] = text.split(',').map(parseShare);
  if (high === undefined || medium === undefined || low === undefined || rest.length > 0) {
    throw new InvalidArgumentError('Expected three shares with commas between them.');
  }
  return { high, medium, low };
}

function parseChoices(text: string): AskedChoices {
  return text === 'none' || text === 'usual' ? { kind: text } : { kind: 'file', path: text };
}
