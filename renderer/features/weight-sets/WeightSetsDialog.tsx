import { Button, Classes, InputGroup } from '@blueprintjs/core';
import { Edit, Trash } from '@blueprintjs/icons';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrameworkIndex } from '../../../shared/model/framework-index.ts';
import type { WeightSet } from '../../../shared/model/weight-set.ts';
import { weightSetInWords } from '../../../shared/text/weight-set-in-words.ts';
import { groupsOfSet } from '../../../shared/weights/weight-set-groups.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { changeWorkbook, useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { Failed } from '../../ui/Placeholder.tsx';
import { closeWeightSets, useWeightSetsDialog } from './weight-sets-dialog-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import './weight-sets.css';

/** Weights kept under a name: save those of now, go back to some. */
export function WeightSetsDialog() {
  const { t } = useTranslation('weightSets');
  const open = useWeightSetsDialog((state) => state.open);
  const index = useWorkbook((state) => state.index);
  return (
    <Dialog isOpen={open} onClose={closeWeightSets} title={t('title')} className="weight-sets">
      {open && index !== null && <Sets index={index} />}
    </Dialog>
  );
}

function Sets({ index }: { index: FrameworkIndex }) {
  const { t } = useTranslation('weightSets');
  const { answer: sets, error } = useAnswer('weightSets.list', {});
  const readOnly = useWorkbook((state) => state.info?.readOnly ?? null) !== null;
  return (
    <div className="weight-sets-body">
      <SaveSet readOnly={readOnly} />
      {error !== null && <Failed error={error} />}
      {sets?.length === 0 && <p className="muted">{t('none')}</p>}
      <ul className="weight-set-list">
        {(sets ?? []).map((set) => (
          <SetItem key={set.id} set={set} index={index} readOnly={readOnly} />
        ))}
      </ul>
    </div>
  );
}

function SaveSet({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('weightSets');
  const scenario = useSelection((state) => state.scenario);
  const [name, setName] = useState('');
  const [error, setError] = useState<unknown>(null);
  const isMissing = name.trim() === '';
  const field = useRef<HTMLInputElement>(null);

  function save(event: FormEvent) {
    event.preventDefault();
    if (isMissing) return;
    setError(null);
    changeWorkbook('weightSets.save', { scenario, name: name.trim() }).then(() => {
      setName('');
      // The button that was pressed cannot be pressed now; a dialog without the focus would not hear Escape.
      field.current?.focus();
    }, setError);
  }

  return (
    <form onSubmit={save}>
      <div className="weight-set-save">
        <InputGroup
          fill
          autoFocus
          inputRef={field}
          maxLength={200}
          aria-label={t('name')}
          placeholder={t('placeholder')}
          value={name}
          onValueChange={setName}
        />
        <Button type="submit" intent="primary" text={t('save')} disabled={isMissing || readOnly} />
      </div>
      <ControlError error={error} onDismiss={() => setError(null)} />
    </form>
  );
}

const DIFFERENCES_SHOWN = 8;

function SetItem({
  set,
  index,
  readOnly,
}: {
  set: WeightSet;
  index: FrameworkIndex;
  readOnly: boolean;
}) {
  const { t } = useTranslation('weightSets');
  const names = useWorkbookNames();
  const scenario = useSelection((state) => state.scenario);
  const weights = useScenarios((state) => state.weights);
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const differences = useMemo(
    () => weightSetInWords(index, weights, set, names),
    [index, weights, set, names],
  );
  const changed = useMemo(() => groupsOfSet(index, weights, set).changed, [index, weights, set]);

  function act(done: Promise<unknown>) {
    setError(null);
    done.then(() => setDraft(null), setError);
  }

  function rename(event: FormEvent) {
    event.preventDefault();
    if (draft === null || draft.trim() === '') return;
    act(changeWorkbook('weightSets.rename', { set: set.id, name: draft.trim() }));
  }

  function apply() {
    if (readOnly || changed.length === 0) return;
    const siblings = changed.map((group) => ({
      parent: group.parent,
      weights: [...group.weights],
    }));
    act(changeWorkbook('scenarios.setWeights', { scenario, siblings }));
  }

  return (
    <li>
      <div className="weight-set-head">
        {draft === null ? (
          <strong>{set.name}</strong>
        ) : (
          <form onSubmit={rename}>
            <InputGroup
              autoFocus
              size="small"
              maxLength={200}
              aria-label={t('newName', { name: set.name })}
              value={draft}
              onValueChange={setDraft}
              onKeyDown={(event) => {
                if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
                event.stopPropagation();
                setDraft(null);
              }}
            />
          </form>
        )}
        <Button
          size="small"
          text={t('apply')}
          aria-label={t('applySet', { name: set.name })}
          // Not disabled while it has the focus: the dialog would lose it.
          aria-disabled={readOnly || changed.length === 0}
          className={readOnly || changed.length === 0 ? Classes.DISABLED : ''}
          onClick={apply}
        />
        <Button
          size="small"
          variant="minimal"
          icon={<Edit size={12} />}
          aria-label={t('rename', { name: set.name })}
          title={t('rename', { name: set.name })}
          disabled={readOnly}
          onClick={() => setDraft(set.name)}
        />
        <Button
          size="small"
          variant="minimal"
          icon={<Trash size={12} />}
          aria-label={t('delete', { name: set.name })}
          title={t('delete', { name: set.name })}
          disabled={readOnly}
          onClick={() => act(changeWorkbook('weightSets.delete', { set: set.id }))}
        />
      </div>
      {differences.length === 0 ? (
        <p className="muted">{t('same')}</p>
      ) : (
        <ul className="weight-set-differences">
          {differences.slice(0, DIFFERENCES_SHOWN).map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
          {differences.length > DIFFERENCES_SHOWN && (
            <li className="muted" title={differences.slice(DIFFERENCES_SHOWN).join('\n')}>
              {t('more', { count: differences.length - DIFFERENCES_SHOWN })}
            </li>
          )}
        </ul>
      )}
      <ControlError error={error} onDismiss={() => setError(null)} />
    </li>
  );
}
