import { Checkbox, Radio, RadioGroup } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from './NumberField.tsx';
import type { RobustnessSetup } from './robustness-setup.ts';

type Weights = RobustnessSetup['weights'];

interface WeightSourceProps {
  readonly weights: Weights;
  /** Nodes locked in the weights panel. */
  readonly lockedCount: number;
  readonly onChange: (weights: Weights) => void;
}

/** How the weights are drawn, and whether the locks of the weights panel hold. */
export function WeightSource({ weights, lockedCount, onChange }: WeightSourceProps) {
  const { t } = useTranslation('robustness');
  return (
    <>
      <RadioGroup
        aria-label={t('weights.rule')}
        selectedValue={weights.rule}
        onChange={(event) =>
          onChange({ ...weights, rule: event.currentTarget.value as Weights['rule'] })
        }
      >
        {(['noise', 'dirichlet', 'simplex'] as const).map((rule) => (
          <Radio key={rule} value={rule}>
            {t(`weights.${rule}.name`)}
            <span className="setup-explanation">{t(`weights.${rule}.explanation`)}</span>
          </Radio>
        ))}
      </RadioGroup>
      {weights.rule === 'noise' && (
        <NumberField
          label={t('weights.noise.factor')}
          value={asPercent(weights.factor)}
          least={0}
          most={100}
          measure="%"
          onEnter={(percent) => onChange({ ...weights, factor: percent / 100 })}
        />
      )}
      {weights.rule === 'dirichlet' && (
        <NumberField
          label={t('weights.dirichlet.concentration')}
          value={weights.concentration}
          least={0.01}
          most={1e9}
          onEnter={(concentration) => onChange({ ...weights, concentration })}
        />
      )}
      <Checkbox
        checked={weights.keepLocks}
        onChange={() => onChange({ ...weights, keepLocks: !weights.keepLocks })}
      >
        {t('weights.keepLocks', { count: lockedCount })}
      </Checkbox>
    </>
  );
}

/** Without the noise of arithmetic. */
export function asPercent(share: number): number {
  return Math.round(share * 1e8) / 1e6;
}
