import { DialogBody, FormGroup, InputGroup, TextArea } from '@blueprintjs/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioId } from '../../../shared/model/ids.ts';
import { scenarioName } from '../../i18n/scenario-name.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { closeNewScenario, useNewScenario } from './new-scenario-store.ts';
import { createScenario, freshScenarioName } from './scenario-acts.ts';
import { Select } from '../../ui/Select.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SubmitFooter } from '../../ui/SubmitFooter.tsx';

/** Asks for what a new scenario needs: a name, and the scenario it stands on. */
export function NewScenarioDialog() {
  const { t } = useTranslation('scenarios');
  const open = useNewScenario((state) => state.open);
  return (
    <Dialog isOpen={open} onClose={closeNewScenario} title={t('new')}>
      {open && <NewScenarioForm />}
    </Dialog>
  );
}

function NewScenarioForm() {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const scenarios = useScenarios((state) => state.scenarios);
  const selected = useSelection((state) => state.scenario);
  const [parent, setParent] = useState<ScenarioId>(selected);
  const [name, setName] = useState(freshScenarioName);
  const [description, setDescription] = useState('');
  const [error, setError] = useState<unknown>(null);
  const nameMissing = name.trim() === '';

  function submit(event: FormEvent) {
    event.preventDefault();
    if (nameMissing) return;
    createScenario(parent, name.trim(), description.trim()).then(closeNewScenario, setError);
  }

  return (
    <form onSubmit={submit}>
      <DialogBody>
        <FormGroup
          label={t('name')}
          labelFor="new-scenario-name"
          helperText={nameMissing ? t('nameNeeded') : undefined}
          intent={nameMissing ? 'danger' : 'none'}
        >
          <InputGroup
            id="new-scenario-name"
            autoFocus
            maxLength={200}
            value={name}
            onValueChange={setName}
            onFocus={(event) => event.currentTarget.select()}
          />
        </FormGroup>
        <FormGroup label={t('parent')} labelFor="new-scenario-parent">
          <Select
            id="new-scenario-parent"
            fill
            value={parent}
            options={scenarios.map((scenario) => ({
              value: scenario.id,
              label: scenarioName(scenario, language),
            }))}
            onChange={(event) => setParent(event.currentTarget.value as ScenarioId)}
          />
        </FormGroup>
        <FormGroup label={t('description')} labelFor="new-scenario-description">
          <TextArea
            id="new-scenario-description"
            fill
            autoResize
            maxLength={10_000}
            placeholder={t('descriptionPlaceholder')}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
        </FormGroup>
        <ControlError error={error} />
      </DialogBody>
      <SubmitFooter text={t('create')} disabled={nameMissing} onCancel={closeNewScenario} />
    </form>
  );
}
