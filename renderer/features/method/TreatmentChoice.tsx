import { useTranslation } from 'react-i18next';
import { Treatment } from '../../../shared/model/method.ts';
import { NumberField } from './NumberField.tsx';
import { RuleChoice } from './RuleChoice.tsx';

interface TreatmentChoiceProps {
  readonly treatment: Treatment;
  readonly error: unknown;
  readonly onChange: (treatment: Treatment) => void;
}

const RULES = Treatment.shape.rule.options;

/** What is done to outliers of every indicator without a treatment of its own. */
export function TreatmentChoice({ treatment, error, onChange }: TreatmentChoiceProps) {
  const { t } = useTranslation('method');
  const { rule } = treatment;
  return (
    <section className="method-section" aria-label={t('treatment.title')}>
      <h3>{t('treatment.title')}</h3>
      <RuleChoice
        label={t('treatment.rule')}
        hideLabel
        rule={rule}
        options={RULES.map((value) => ({ value, label: t(`treatment.name.${value}`) }))}
        sentence={t(`treatment.sentence.${rule}`)}
        error={error}
        onChange={(next) => onChange({ ...treatment, rule: next })}
      >
        {rule !== 'none' && (
          <div className="method-fields">
            <NumberField
              label={t('treatment.skewLimit')}
              value={treatment.skewLimit}
              problem={(value) => (value > 0 ? null : t('invalid.positive'))}
              onChange={(skewLimit) => onChange({ ...treatment, skewLimit })}
            />
            <NumberField
              label={t('treatment.kurtosisLimit')}
              value={treatment.kurtosisLimit}
              onChange={(kurtosisLimit) => onChange({ ...treatment, kurtosisLimit })}
            />
            <NumberField
              label={t('treatment.winsoriseMost')}
              value={treatment.winsoriseMost}
              problem={(value) =>
                Number.isSafeInteger(value) && value >= 0 ? null : t('invalid.whole', { low: 0 })
              }
              onChange={(winsoriseMost) => onChange({ ...treatment, winsoriseMost })}
            />
          </div>
        )}
      </RuleChoice>
    </section>
  );
}
