import { useTranslation } from 'react-i18next';
import type { UncertaintySources } from '../../../../shared/model/uncertainty.ts';
import { formatValue } from '../../../../shared/text/numbers.ts';
import { sourcesInWords } from '../../../../shared/text/uncertainty-in-words.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { useScenarioName } from '../../../i18n/use-scenario-names.ts';

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
