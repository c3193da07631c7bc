import { Button, TextArea } from '@blueprintjs/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../shared/contract/evidence-operations.ts';
import { changeWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { useAct } from './use-act.ts';

interface RejectFormProps {
  readonly candidate: Candidate;
  readonly onDone: () => void;
}

/** Asks why; without a reason nothing is rejected. */
export function RejectForm({ candidate, onDone }: RejectFormProps) {
  const { t } = useTranslation(['evidence', 'common']);
  const id = useId();
  const act = useAct();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing) return;
    act.run(
      () =>
        changeWorkbook('observations.reject', {
          id: candidate.observation.id,
          reason: reason.trim(),
        }),
      onDone,
    );
  };
  return (
    <form className="evidence-form" onSubmit={submit}>
      <label htmlFor={id}>{t('evidence:reject.reason')}</label>
      <TextArea
        id={id}
        fill
        autoResize
        autoFocus
        maxLength={10_000}
        value={reason}
        aria-invalid={asked && missing}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onDone();
        }}
      />
      <p id={`${id}-hint`} className={asked && missing ? 'control-error' : 'muted'}>
        {asked && missing
          ? t('evidence:reject.needed')
          : t(candidate.adopted ? 'evidence:reject.hintAdopted' : 'evidence:reject.hint')}
      </p>
      <ControlError error={act.error} onDismiss={act.dismiss} />
      <div className="evidence-acts">
        <Button
          type="submit"
          size="small"
          intent="danger"
          text={t('evidence:reject.confirm')}
          disabled={act.busy}
        />
        <Button size="small" variant="minimal" text={t('common:cancel')} onClick={onDone} />
      </div>
    </form>
  );
}
