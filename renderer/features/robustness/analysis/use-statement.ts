import { useTranslation } from 'react-i18next';
import type { ScenarioId } from '../../../../shared/model/ids.ts';
import type { UncertaintySources } from '../../../../shared/model/uncertainty.ts';
import { formatValue } from '../../../../shared/text/numbers.ts';
import { sourcesInWords } from '../../../../shared/text/uncertainty-in-words.ts';
import { scenarioName } from '../../../i18n/scenario-name.ts';
import { useLanguage, useWorkbookNames } from '../../../i18n/use-names.ts';
import { useScenarios } from '../../../stores/scenario-store.ts';
import { useSelection } from '../../../stores/selection-store.ts';

/** The names of scenarios; empty for one that is no longer there. */
export function useScenarioNames(): (id: ScenarioId) => string {
  const language = useLanguage();
  const scenarios = useScenarios((state) => state.scenarios);
  return (wanted) => {
    const scenario = scenarios.find(({ id }) => id === wanted);
    return scenario === undefined ? '' : scenarioName(scenario, language);
  };
}

/** Name of the selected scenario. */
export function useScenarioName(): string {
  return useScenarioNames()(useSelection((state) => state.scenario));
}

interface Asked {
  readonly kind: 'draws' | 'samples';
  readonly count: number;
  readonly seed: number;
  readonly sources: UncertaintySources;
  readonly engine: number;
}

/** What a result rests on, in a sentence: how many draws, which seed, which scenario, what was varied, which engine. */
export function useStatement(): (asked: Asked) => string {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const scenario = useScenarioName();
  return ({ kind, count, seed, sources, engine }) =>
    t(`statement.${kind}`, {
      count,
      number: formatValue(count),
      seed,
      scenario,
      engine,
      sources: sourcesInWords(sources, names).join(t('statement.separator')),
    });
}
