import { useCallback } from 'react';
import type { ScenarioId } from '../../shared/model/ids.ts';
import { useScenarios } from '../stores/scenario-store.ts';
import { useSelection } from '../stores/selection-store.ts';
import { scenarioName } from './scenario-name.ts';
import { useLanguage } from './use-names.ts';

/** The names of scenarios, empty for one that is no longer there; the same function until they or the language change. */
export function useScenarioNames(): (id: ScenarioId) => string {
  const language = useLanguage();
  const scenarios = useScenarios((state) => state.scenarios);
  return useCallback(
    (wanted) => {
      const scenario = scenarios.find(({ id }) => id === wanted);
      return scenario === undefined ? '' : scenarioName(scenario, language);
    },
    [scenarios, language],
  );
}

/** Name of the selected scenario. */
export function useScenarioName(): string {
  return useScenarioNames()(useSelection((state) => state.scenario));
}
