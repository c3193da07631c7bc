import { InputGroup, Radio, RadioGroup } from '@blueprintjs/core';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceId } from '../../../shared/model/ids.ts';
import type { Source } from '../../../shared/model/source.ts';
import { callHost } from '../../stores/host-connection.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { Field } from './Field.tsx';
import type { DraftProblems, SourceDraft } from './observation-draft.ts';

interface SourceFieldsProps {
  readonly source: SourceDraft;
  readonly problems: DraftProblems | null;
  readonly onChange: (source: SourceDraft) => void;
}

/** Where an observation was found: nowhere that is known, a source of the workbook, or a new one. */
export function SourceFields({ source, problems, onChange }: SourceFieldsProps) {
  const { t } = useTranslation('evidence');
  const name = useId();
  return (
    <fieldset className="evidence-source-fields">
      <RadioGroup
        inline
        name={name}
        label={t('add.source')}
        selectedValue={source.kind}
        onChange={(event) => onChange(emptySource(event.currentTarget.value))}
      >
        <Radio value="none" label={t('add.sourceNone')} />
        <Radio value="existing" label={t('add.sourceExisting')} />
        <Radio value="new" label={t('add.sourceNew')} />
      </RadioGroup>
      {source.kind === 'existing' && (
        <ExistingSource
          chosen={source.id}
          missing={problems?.source ?? false}
          onChoose={(id) => onChange({ kind: 'existing', id })}
        />
      )}
      {source.kind === 'new' && (
        <NewSource source={source} problems={problems} onChange={onChange} />
      )}
    </fieldset>
  );
}

function emptySource(kind: string): SourceDraft {
  if (kind === 'existing') return { kind, id: null };
  return kind === 'new' ? { kind, title: '', url: '', published: '' } : { kind: 'none' };
}

interface ExistingSourceProps {
  readonly chosen: SourceId | null;
  readonly missing: boolean;
  readonly onChoose: (id: SourceId) => void;
}

const MOST_LISTED = 8;

function ExistingSource({ chosen, missing, onChoose }: ExistingSourceProps) {
  const { t } = useTranslation('evidence');
  const id = useId();
  const [sources, setSources] = useState<readonly Source[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    let shown = true;
    callHost('sources.list', {}).then(
      (list) => {
        if (shown) setSources(list);
      },
      (refusal: unknown) => {
        if (shown) setError(refusal);
      },
    );
    return () => {
      shown = false;
    };
  }, []);
  const text = wanted.trim().toLowerCase();
  const matching = sources.filter(
    ({ id: code, title }) => code === chosen || title.toLowerCase().includes(text),
  );
  return (
    <>
      <Field
        id={id}
        label={t('add.sourceSearch')}
        problem={missing ? t('add.problem.source') : null}
      >
        <InputGroup
          id={id}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      </Field>
      <ControlError error={error} />
      <p className="muted">{t('add.sourceMatches', { count: matching.length })}</p>
      <RadioGroup
        className="evidence-source-list"
        name={`${id}-choice`}
        aria-label={t('add.sourceExisting')}
        selectedValue={chosen ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value as SourceId)}
      >
        {matching.slice(0, MOST_LISTED).map(({ id: code, title, published }) => (
          <Radio key={code} value={code} label={[title, published].filter(Boolean).join(' · ')} />
        ))}
      </RadioGroup>
    </>
  );
}

interface NewSourceProps {
  readonly source: SourceDraft & { readonly kind: 'new' };
  readonly problems: DraftProblems | null;
  readonly onChange: (source: SourceDraft) => void;
}

function NewSource({ source, problems, onChange }: NewSourceProps) {
  const { t } = useTranslation('evidence');
  const id = useId();
  return (
    <>
      <Field
        id={`${id}-title`}
        label={t('add.sourceTitle')}
        problem={problems?.title ? t('add.problem.title') : null}
      >
        <InputGroup
          id={`${id}-title`}
          maxLength={1000}
          value={source.title}
          onChange={(event) => onChange({ ...source, title: event.currentTarget.value })}
        />
      </Field>
      <Field
        id={`${id}-url`}
        label={t('add.sourceUrl')}
        problem={problems?.url ? t('add.problem.url') : null}
      >
        <InputGroup
          id={`${id}-url`}
          maxLength={2000}
          inputMode="url"
          value={source.url}
          onChange={(event) => onChange({ ...source, url: event.currentTarget.value })}
        />
      </Field>
      <Field id={`${id}-published`} label={t('add.sourcePublished')}>
        <InputGroup
          id={`${id}-published`}
          maxLength={100}
          value={source.published}
          onChange={(event) => onChange({ ...source, published: event.currentTarget.value })}
        />
      </Field>
    </>
  );
}
