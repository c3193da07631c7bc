import { Button, Checkbox } from '@blueprintjs/core';
import { Plus, Trash } from '@blueprintjs/icons';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { type Normalisation, TieRule } from '../../../shared/model/method.ts';
import { useNames } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { NumberField } from './NumberField.tsx';
import { Select } from '../../ui/Select.tsx';

interface FieldsProps<Rule extends Normalisation['rule']> {
  readonly value: Extract<Normalisation, { rule: Rule }>;
  readonly onChange: (value: Normalisation) => void;
}

/** The parameters of a normalisation. */
export function NormalisationFields({ value, onChange }: FieldsProps<Normalisation['rule']>) {
  switch (value.rule) {
    case 'min-max':
      return <MinMaxFields value={value} onChange={onChange} />;
    case 'z-score':
      return <ZScoreFields value={value} onChange={onChange} />;
    case 'rank':
    case 'borda':
    case 'percentile-rank':
      return <TieField value={value} onChange={onChange} />;
    case 'distance-to-reference':
      return <ReferenceFields value={value} onChange={onChange} />;
    case 'distance-to-target':
      return <TargetFields value={value} onChange={onChange} />;
    case 'goalposts':
      return <GoalpostFields value={value} onChange={onChange} />;
    case 'scaled':
      return <ScaledFields value={value} onChange={onChange} />;
    case 'threshold-table':
      return <ThresholdFields value={value} onChange={onChange} />;
    case 'distance-to-max':
    case 'fraction-of-max':
      return null;
  }
}

function MinMaxFields({ value, onChange }: FieldsProps<'min-max'>) {
  const { t } = useTranslation('method');
  return (
    <div className="method-fields">
      <NumberField
        label={t('normalisation.low')}
        value={value.low}
        onChange={(low) => onChange({ ...value, low })}
      />
      <NumberField
        label={t('normalisation.high')}
        value={value.high}
        onChange={(high) => onChange({ ...value, high })}
      />
    </div>
  );
}

function ZScoreFields({ value, onChange }: FieldsProps<'z-score'>) {
  const { t } = useTranslation('method');
  return (
    <div className="method-fields">
      <NumberField
        label={t('normalisation.mean')}
        value={value.mean}
        onChange={(mean) => onChange({ ...value, mean })}
      />
      <NumberField
        label={t('normalisation.standardDeviation')}
        value={value.standardDeviation}
        problem={(number) => (number > 0 ? null : t('invalid.positive'))}
        onChange={(standardDeviation) => onChange({ ...value, standardDeviation })}
      />
    </div>
  );
}

function TieField({ value, onChange }: FieldsProps<'rank' | 'borda' | 'percentile-rank'>) {
  const { t } = useTranslation('method');
  const id = useId();
  return (
    <div className="method-fields">
      <div className="method-number">
        <label htmlFor={id}>{t('normalisation.ties')}</label>
        <Select
          id={id}
          value={value.ties}
          options={TieRule.options.map((tie) => ({
            value: tie,
            label: t(`normalisation.tie.${tie}`),
          }))}
          onChange={(event) =>
            onChange({ ...value, ties: TieRule.parse(event.currentTarget.value) })
          }
        />
      </div>
    </div>
  );
}

function ReferenceFields({ value, onChange }: FieldsProps<'distance-to-reference'>) {
  const { t } = useTranslation('method');
  const units = useWorkbook((state) => state.units);
  const nameIn = useNames();
  const id = useId();
  return (
    <div className="method-fields">
      <div className="method-number">
        <label htmlFor={id}>{t('normalisation.reference')}</label>
        <Select
          id={id}
          value={value.reference}
          options={units.map(({ code, name }) => ({ value: code, label: nameIn(name) }))}
          onChange={(event) =>
            onChange({ ...value, reference: event.currentTarget.value as UnitCode })
          }
        />
      </div>
      <Checkbox
        label={t('normalisation.cap')}
        checked={value.cap}
        onChange={() => onChange({ ...value, cap: !value.cap })}
      />
    </div>
  );
}

function TargetFields({ value, onChange }: FieldsProps<'distance-to-target'>) {
  const { t } = useTranslation('method');
  return (
    <div className="method-fields">
      <Checkbox
        label={t('normalisation.ownTarget')}
        checked={value.target === null}
        onChange={() => onChange({ ...value, target: value.target === null ? 100 : null })}
      />
      {value.target !== null && (
        <NumberField
          label={t('normalisation.target')}
          value={value.target}
          onChange={(target) => onChange({ ...value, target })}
        />
      )}
      <Checkbox
        label={t('normalisation.cap')}
        checked={value.cap}
        onChange={() => onChange({ ...value, cap: !value.cap })}
      />
    </div>
  );
}

type Bounds = NonNullable<Extract<Normalisation, { rule: 'goalposts' }>['bounds']>;

/** Bounds of the analyst's own, or (null) those that the framework states. */
function BoundsFields(props: {
  readonly bounds: Bounds | null;
  readonly onChange: (bounds: Bounds | null) => void;
}) {
  const { bounds, onChange } = props;
  const { t } = useTranslation('method');
  return (
    <>
      <Checkbox
        label={t('normalisation.ownBounds')}
        checked={bounds === null}
        onChange={() => onChange(bounds === null ? { lower: 0, upper: 100 } : null)}
      />
      {bounds !== null && (
        <>
          <NumberField
            label={t('normalisation.lower')}
            value={bounds.lower}
            onChange={(lower) => onChange({ ...bounds, lower })}
          />
          <NumberField
            label={t('normalisation.upper')}
            value={bounds.upper}
            onChange={(upper) => onChange({ ...bounds, upper })}
          />
        </>
      )}
    </>
  );
}

function FactorField(props: { factor: number; onChange: (factor: number) => void }) {
  const { t } = useTranslation('method');
  return (
    <NumberField
      label={t('normalisation.factor')}
      value={props.factor}
      problem={(number) => (number > 0 ? null : t('invalid.positive'))}
      onChange={props.onChange}
    />
  );
}

function GoalpostFields({ value, onChange }: FieldsProps<'goalposts'>) {
  const { t } = useTranslation('method');
  return (
    <div className="method-fields">
      <BoundsFields bounds={value.bounds} onChange={(bounds) => onChange({ ...value, bounds })} />
      <FactorField factor={value.factor} onChange={(factor) => onChange({ ...value, factor })} />
      <Checkbox
        label={t('normalisation.truncate')}
        checked={value.truncate}
        onChange={() => onChange({ ...value, truncate: !value.truncate })}
      />
    </div>
  );
}

function ScaledFields({ value, onChange }: FieldsProps<'scaled'>) {
  const { t } = useTranslation('method');
  return (
    <div className="method-fields">
      <BoundsFields bounds={value.bounds} onChange={(bounds) => onChange({ ...value, bounds })} />
      <Checkbox
        label={t('normalisation.ownFactor')}
        checked={value.factor === null}
        onChange={() => onChange({ ...value, factor: value.factor === null ? 100 : null })}
      />
      {value.factor !== null && (
        <FactorField factor={value.factor} onChange={(factor) => onChange({ ...value, factor })} />
      )}
    </div>
  );
}

function ThresholdFields({ value, onChange }: FieldsProps<'threshold-table'>) {
  const { t } = useTranslation('method');
  const { steps } = value;
  const change = (next: typeof steps) => onChange({ ...value, steps: next });
  const last = steps.at(-1) ?? { from: 0, points: 0 };
  return (
    <div>
      <table className="method-steps">
        <thead>
          <tr>
            <th scope="col">{t('normalisation.from')}</th>
            <th scope="col">{t('normalisation.points')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a step is its place
            <tr key={at}>
              {(['from', 'points'] as const).map((field) => (
                <td key={field}>
                  <NumberField
                    hideLabel
                    label={t('normalisation.step', {
                      step: at + 1,
                      field: t(`normalisation.${field}`),
                    })}
                    value={step[field]}
                    onChange={(number) => change(steps.with(at, { ...step, [field]: number }))}
                  />
                </td>
              ))}
              <td>
                <Button
                  size="small"
                  variant="minimal"
                  icon={<Trash size={14} />}
                  aria-label={t('normalisation.removeStep', { step: at + 1 })}
                  disabled={steps.length === 1}
                  onClick={() => change(steps.toSpliced(at, 1))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        size="small"
        variant="minimal"
        icon={<Plus size={14} />}
        text={t('normalisation.addStep')}
        disabled={steps.length >= 1000}
        onClick={() => change([...steps, { from: last.from + 1, points: last.points }])}
      />
    </div>
  );
}
