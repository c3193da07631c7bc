import { useTranslation } from 'react-i18next';
import { formatValue } from '../../../../shared/text/numbers.ts';
import { useScenarios } from '../../../stores/scenario-store.ts';
import { multiverse } from '../analysis/analyses.ts';
import { RunControl } from '../analysis/RunControl.tsx';
import {
  combinationCount,
  MOST_COMBINATIONS,
  needsPositiveScale,
} from '../setup/method-options.ts';
import { MethodTicks } from '../setup/MethodTicks.tsx';
import { useRobustnessSetup } from '../setup/use-robustness-setup.ts';
import { useRankedCount } from '../use-ranked-count.ts';

/** What may be chosen otherwise, how many combinations that makes, and the button that runs them. */
export function RunMultiverse({ hasResult }: { hasResult: boolean }) {
  const { t } = useTranslation('robustness');
  const { setup, keep, options, choices } = useRobustnessSetup();
  const method = useScenarios((scenarios) => scenarios.resolved?.method ?? null);
  const rankedCount = useRankedCount();
  const count = combinationCount(choices);
  return (
    <div className="result-controls">
      <details className="multiverse-choices" open={!hasResult || undefined}>
        <summary>{t('multiverse.choices')}</summary>
        <p className="setup-explanation">{t('multiverse.sameTicks')}</p>
        <MethodTicks
          options={options}
          choices={choices}
          onChange={(next) => keep({ ...setup, methods: { ...setup.methods, choices: next } })}
        />
      </details>
      <span className="muted">{t('method.combinations', { count })}</span>
      {method !== null && needsPositiveScale(choices, method) && (
        <p className="setup-warning">{t('method.needsPositiveScale')}</p>
      )}
      <RunControl
        analysis={multiverse}
        label={t('multiverse.run', { count })}
        disabledBecause={blockedBecause()}
        onRun={() => void multiverse.run({ choices })}
      />
    </div>
  );

  function blockedBecause(): string | null {
    if (rankedCount === 0) return t('noRanked');
    if (count < 2) return t('multiverse.oneCombination');
    if (count > MOST_COMBINATIONS) {
      return t('multiverse.tooMany', { most: formatValue(MOST_COMBINATIONS) });
    }
    return null;
  }
}
