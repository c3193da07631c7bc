import { useTranslation } from 'react-i18next';
import type { ColumnTreatment } from '../../../shared/model/method.ts';
import { COLUMN_TREATMENTS, newColumnTreatment } from './method-rules.ts';
import { NumberField } from './NumberField.tsx';
import { RuleChoice } from './RuleChoice.tsx';

interface ColumnTreatmentChoiceProps {
  /** undefined: by the general rule. */
  readonly treatment: ColumnTreatment | undefined;
  readonly error: unknown;
  readonly onChange: (treatment: ColumnTreatment | undefined) => void;
}

/** What is done to one indicator, in place of the general rule. */
export function ColumnTreatmentChoice(props: ColumnTreatmentChoiceProps) {
  const { treatment, error, onChange } = props;
  const { t } = useTranslation('method');
  const rule = treatment?.rule ?? 'byRule';
  return (
    <RuleChoice
      label={t('columnTreatment.title')}
      rule={rule}
      options={[
        { value: 'byRule', label: t('columnTreatment.byRule') },
        ...COLUMN_TREATMENTS.map((value) => ({
          value,
          label: t(`columnTreatment.name.${value}`),
        })),
      ]}
      sentence={t(`columnTreatment.sentence.${rule}`)}
      error={error}
      onChange={(next) => onChange(next === 'byRule' ? undefined : newColumnTreatment(next))}
    >
      {treatment?.rule === 'winsorise' && (
        <div className="method-fields">
          <NumberField
            label={t('columnTreatment.points')}
            value={treatment.points}
            problem={(value) =>
              Number.isSafeInteger(value) && value >= 1 ? null : t('invalid.whole', { low: 1 })
            }
            onChange={(points) => onChange({ ...treatment, points })}
          />
        </div>
      )}
      {treatment?.rule === 'box-cox' && (
        <div className="method-fields">
          <NumberField
            label={t('columnTreatment.exponent')}
            value={treatment.exponent}
            onChange={(exponent) => onChange({ ...treatment, exponent })}
          />
        </div>
      )}
    </RuleChoice>
  );
}
