import { Button, Checkbox, InputGroup, TextArea } from '@blueprintjs/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { Confidence, Fit } from '../../../shared/model/observation.ts';
import { textOf } from '../../i18n/i18n.ts';
import { changeWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { Field } from './Field.tsx';
import type { MeasuredIndicator } from './measured-cell.ts';
import { checkDraft, type DraftProblems, type ObservationDraft } from './observation-draft.ts';
import { SourceFields } from './SourceFields.tsx';
import { useAct } from './use-act.ts';
import { Select } from '../../ui/Select.tsx';

interface ObservationFormProps {
  readonly unit: UnitCode;
  readonly indicator: MeasuredIndicator;
  readonly onDone: () => void;
}

/** Enters an observation as it was found, with its source; what is wrong is said at the field. */
export function ObservationForm({ unit, indicator, onDone }: ObservationFormProps) {
  const { t } = useTranslation(['evidence', 'common']);
  const id = useId();
  const act = useAct();
  const [draft, setDraft] = useState<ObservationDraft>(() => ({
    value: '',
    unitOfMeasure: indicator.unitOfMeasure,
    asOf: '',
    fit: 'exact',
    confidence: 'medium',
    model: '',
    note: '',
    source: { kind: 'none' },
    adopt: true,
  }));
  const [submitted, setSubmitted] = useState(false);
  const change = (part: Partial<ObservationDraft>) => setDraft({ ...draft, ...part });
  const checked = checkDraft(draft, unit, indicator.node.code, indicator.rules);
  const problems = submitted && !checked.ok ? checked.problems : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (!checked.ok) return;
    act.run(() => changeWorkbook('observations.add', { observation: checked.observation }), onDone);
  };
  return (
    <form className="evidence-form" aria-label={t('evidence:add.title')} onSubmit={submit}>
      <h3>{t('evidence:add.title')}</h3>
      <Field id={`${id}-value`} label={t('evidence:add.value')} problem={valueProblem(problems)}>
        <InputGroup
          id={`${id}-value`}
          autoFocus
          autoComplete="off"
          value={draft.value}
          aria-invalid={valueProblem(problems) !== null}
          aria-describedby={`${id}-value-problem`}
          onChange={(event) => change({ value: event.currentTarget.value })}
        />
      </Field>
      <Field id={`${id}-unit`} label={t('evidence:add.unitOfMeasure')}>
        <InputGroup
          id={`${id}-unit`}
          maxLength={100}
          value={draft.unitOfMeasure}
          onChange={(event) => change({ unitOfMeasure: event.currentTarget.value })}
        />
      </Field>
      <Field id={`${id}-date`} label={t('evidence:add.asOf')}>
        <InputGroup
          id={`${id}-date`}
          maxLength={100}
          placeholder={t('evidence:add.asOfHint')}
          value={draft.asOf}
          onChange={(event) => change({ asOf: event.currentTarget.value })}
        />
      </Field>
      <div className="evidence-form-pair">
        <Field id={`${id}-fit`} label={t('evidence:add.fit')}>
          <Select
            id={`${id}-fit`}
            fill
            value={draft.fit}
            options={Fit.options.map((value) => ({
              value,
              label: t(`evidence:candidates.fit.${value}`),
            }))}
            onChange={(event) => change({ fit: Fit.parse(event.currentTarget.value) })}
          />
        </Field>
        <Field id={`${id}-confidence`} label={t('evidence:add.confidence')}>
          <Select
            id={`${id}-confidence`}
            fill
            value={draft.confidence}
            options={Confidence.options.map((value) => ({
              value,
              label: t(`evidence:candidates.confidence.${value}`),
            }))}
            onChange={(event) =>
              change({ confidence: Confidence.parse(event.currentTarget.value) })
            }
          />
        </Field>
      </div>
      <Field id={`${id}-model`} label={t('evidence:add.model')}>
        <InputGroup
          id={`${id}-model`}
          maxLength={200}
          value={draft.model}
          onChange={(event) => change({ model: event.currentTarget.value })}
        />
      </Field>
      <Field id={`${id}-note`} label={t('evidence:add.note')}>
        <TextArea
          id={`${id}-note`}
          fill
          autoResize
          maxLength={10_000}
          value={draft.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </Field>
      <SourceFields
        source={draft.source}
        problems={problems}
        onChange={(source) => change({ source })}
      />
      <Checkbox
        checked={draft.adopt}
        label={t('evidence:add.adopt')}
        onChange={(event) => change({ adopt: event.currentTarget.checked })}
      />
      <ControlError error={act.error} onDismiss={act.dismiss} />
      <div className="evidence-acts">
        <Button type="submit" intent="primary" text={t('evidence:add.save')} disabled={act.busy} />
        <Button variant="minimal" text={t('common:cancel')} onClick={onDone} />
      </div>
    </form>
  );
}

function valueProblem(problems: DraftProblems | null): string | null {
  const problem = problems?.value ?? null;
  if (problem === null) return null;
  if (problem === 'missing') return textOf('evidence:add.problem.value');
  return textOf(`grid:problem.${problem.reason}`, { ...problem.parameters });
}
