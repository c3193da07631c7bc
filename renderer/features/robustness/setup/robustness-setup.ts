import { z } from 'zod';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import type { SensitivityInput } from '../../../../shared/model/sensitivity.ts';
import {
  MethodChoices,
  NO_METHOD_CHOICES,
  Seed,
  type UncertaintyRequest,
  type UncertaintySources,
} from '../../../../shared/model/uncertainty.ts';

const Share = z.number().min(0).max(1);

/** Everything that was ticked and typed, also of sources that are switched off, so that they come back as they were. */
export const RobustnessSetup = z.object({
  weights: z.object({
    on: z.boolean(),
    rule: z.enum(['noise', 'dirichlet', 'simplex']),
    factor: Share,
    concentration: z.number().positive().max(1e9),
    keepLocks: z.boolean(),
  }),
  values: z.object({ on: z.boolean(), high: Share, medium: Share, low: Share }),
  gaps: z.boolean(),
  methods: z.object({
    on: z.boolean(),
    /** null: the usual choices for the workbook's method. */
    choices: MethodChoices.nullable(),
  }),
  draws: z.int().min(1).max(1_000_000_000),
  samples: z.int().min(2).max(10_000_000),
  seed: Seed,
});
export type RobustnessSetup = z.infer<typeof RobustnessSetup>;

/** What is open in nearly every workbook: how much each thing weighs, and what nobody has found. */
export const INITIAL_SETUP: RobustnessSetup = {
  weights: { on: true, rule: 'noise', factor: 0.25, concentration: 50, keepLocks: true },
  values: { on: false, high: 0.05, medium: 0.1, low: 0.25 },
  gaps: true,
  methods: { on: false, choices: null },
  draws: 10_000,
  samples: 1024,
  seed: 1,
};

interface Surroundings {
  readonly locked: readonly NodeCode[];
  /** What `null` stands for. */
  readonly usualChoices: MethodChoices;
}

export function sourcesOf(
  { weights, values, gaps, methods }: RobustnessSetup,
  { locked, usualChoices }: Surroundings,
): UncertaintySources {
  const { high, medium, low } = values;
  return {
    weights: weights.on ? weightSourceOf(weights) : null,
    locked: weights.on && weights.keepLocks ? locked.toSorted() : [],
    values: values.on ? { byConfidence: { high, medium, low }, cells: [] } : null,
    gaps,
    methods: methods.on ? (methods.choices ?? usualChoices) : NO_METHOD_CHOICES,
  };
}

function weightSourceOf({
  rule,
  factor,
  concentration,
}: RobustnessSetup['weights']): UncertaintySources['weights'] {
  switch (rule) {
    case 'noise':
      return { rule, factor };
    case 'dirichlet':
      return { rule, concentration };
    case 'simplex':
      return { rule };
  }
}

export function drawsRequest(
  setup: RobustnessSetup,
  sources: UncertaintySources,
): UncertaintyRequest {
  return { draws: setup.draws, seed: setup.seed, sources };
}

/** The sources that are on, as the inputs of a sensitivity analysis; a part with one choice only is none. */
export function inputsOf(sources: UncertaintySources): SensitivityInput[] {
  const { methods } = sources;
  return [
    ...(sources.weights === null ? [] : ['weights' as const]),
    ...(sources.values === null ? [] : ['values' as const]),
    ...(sources.gaps ? ['gaps' as const] : []),
    ...(['normalisation', 'aggregation', 'missing', 'treatment'] as const).filter(
      (part) => methods[part].length > 1,
    ),
  ];
}

const MOST_NEW_SEED = 1_000_000;

/** Small enough to be read aloud and typed again. */
export function newSeed(random: () => number): number {
  return Math.floor(random() * MOST_NEW_SEED);
}
