import { useTranslation } from 'react-i18next';
import type { Normalisation } from '../../../shared/model/method.ts';
import { type Beginnings, newNormalisation, NORMALISATIONS } from './method-rules.ts';
import { NormalisationFields } from './NormalisationFields.tsx';
import { RuleChoice } from './RuleChoice.tsx';

interface NormalisationChoiceProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Normalisation;
  readonly beginnings: Beginnings;
  readonly error: unknown;
  readonly onChange: (value: Normalisation) => void;
}

/** How every indicator without a rule of its own becomes comparable. */
export function NormalisationChoice(props: NormalisationChoiceProps) {
  const { label, hideLabel = false, value, beginnings, error, onChange } = props;
  const { t } = useTranslation('method');
  return (
    <RuleChoice
      label={label}
      hideLabel={hideLabel}
      rule={value.rule}
      options={NORMALISATIONS.map((rule) => ({
        value: rule,
        label: t(`normalisation.name.${rule}`),
      }))}
      sentence={t(`normalisation.sentence.${value.rule}`)}
      error={error}
      onChange={(rule) => onChange(newNormalisation(rule, beginnings))}
    >
      <NormalisationFields key={value.rule} value={value} onChange={onChange} />
    </RuleChoice>
  );
}

interface OwnNormalisationChoiceProps {
  /** undefined: as for the others. */
  readonly value: Normalisation | undefined;
  readonly beginnings: Beginnings;
  readonly error: unknown;
  readonly onChange: (value: Normalisation | undefined) => void;
}

/** How one indicator becomes comparable, in place of the rule for all. */
export function OwnNormalisationChoice(props: OwnNormalisationChoiceProps) {
  const { value, beginnings, error, onChange } = props;
  const { t } = useTranslation('method');
  const rule = value?.rule ?? 'asAll';
  return (
    <RuleChoice
      label={t('normalisation.ownTitle')}
      rule={rule}
      options={[
        { value: 'asAll', label: t('normalisation.asAll') },
        ...NORMALISATIONS.map((each) => ({
          value: each,
          label: t(`normalisation.name.${each}`),
        })),
      ]}
      sentence={t(`normalisation.sentence.${rule}`)}
      error={error}
      onChange={(next) =>
        onChange(next === 'asAll' ? undefined : newNormalisation(next, beginnings))
      }
    >
      {value !== undefined && (
        <NormalisationFields key={value.rule} value={value} onChange={onChange} />
      )}
    </RuleChoice>
  );
}
