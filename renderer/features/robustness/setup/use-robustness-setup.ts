import { useMemo } from 'react';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import {
  type MethodChoices,
  NO_METHOD_CHOICES,
  type UncertaintySources,
} from '../../../../shared/model/uncertainty.ts';
import { usualMethodChoices } from '../../../../shared/model/usual-method-choices.ts';
import { useScenarios } from '../../../stores/scenario-store.ts';
import { useScores } from '../../../stores/score-store.ts';
import { useMemory } from '../../../stores/use-memory.ts';
import { useWorkbook } from '../../../stores/workbook-store.ts';
import { useLockedNodes } from '../../weights/use-weights.ts';
import { type MethodOptions, methodOptions } from './method-options.ts';
import { INITIAL_SETUP, RobustnessSetup, sourcesOf } from './robustness-setup.ts';

const NO_OPTIONS: MethodOptions = NO_METHOD_CHOICES;

interface SetupInUse {
  readonly setup: RobustnessSetup;
  readonly keep: (next: RobustnessSetup) => void;
  readonly sources: UncertaintySources;
  readonly options: MethodOptions;
  /** What is ticked for the method, whether or not the simulation draws it. */
  readonly choices: MethodChoices;
  /** Nodes locked in the weights panel. */
  readonly locked: readonly NodeCode[];
  readonly hasGaps: boolean;
}

/** What is ticked as uncertain, kept with the workbook's layout, and what it means for the selected scenario. */
export function useRobustnessSetup(): SetupInUse {
  const [setup, keep] = useMemory('robustness.setup', RobustnessSetup, INITIAL_SETUP);
  const allLocked = useLockedNodes();
  const method = useScenarios((state) => state.resolved?.method ?? null);
  const index = useWorkbook((state) => state.index);
  const coverage = useScores((state) => state.committed?.coverage ?? null);
  return useMemo(() => {
    const hasGaps = coverage?.some((share) => share < 1) ?? true;
    const locked = [...allLocked].filter((node) => index?.byCode.has(node));
    const usual = method === null ? NO_METHOD_CHOICES : usualMethodChoices(method, hasGaps);
    return {
      setup,
      keep,
      sources: sourcesOf(setup, { locked, usualChoices: usual }),
      options: method === null ? NO_OPTIONS : methodOptions(method),
      choices: setup.methods.choices ?? usual,
      locked,
      hasGaps,
    };
  }, [setup, keep, allLocked, method, index, coverage]);
}
