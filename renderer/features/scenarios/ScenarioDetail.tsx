import { Button, InputGroup, TextArea } from '@blueprintjs/core';
import { Duplicate, Reset, Trash, Upload } from '@blueprintjs/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BASELINE } from '../../../shared/model/ids.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { scenarioName } from '../../i18n/scenario-name.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { changeWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { OverrideList } from './OverrideList.tsx';
import { openPromote } from './promote-store.ts';
import { RankMoves } from './RankMoves.tsx';
import { deleteObstacle, deleteScenario, duplicateScenario } from './scenario-acts.ts';

/** The selected scenario: what it is called and for, what it changes, and what comes of it. */
export function ScenarioDetail({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const scenarios = useScenarios((state) => state.scenarios);
  const [error, setError] = useState<unknown>(null);
  const parent = scenarios.find(({ id }) => id === scenario.parent);
  const obstacle = deleteObstacle(scenario, scenarios);
  const isBaseline = scenario.id === BASELINE;
  const attempt = (act: Promise<unknown>) => {
    setError(null);
    act.catch(setError);
  };
  return (
    <div className="scenario-detail">
      <div className="scenario-head">
        <ScenarioTexts
          key={`${scenario.id}/${scenario.name}/${scenario.description}`}
          scenario={scenario}
        />
        <div className="scenario-acts">
          <Button
            size="small"
            icon={<Duplicate />}
            text={t('duplicate')}
            onClick={() => attempt(duplicateScenario(scenario))}
          />
          {!isBaseline && (
            <Button
              size="small"
              icon={<Upload />}
              text={t('promote.act')}
              onClick={() => openPromote(scenario.id)}
            />
          )}

          <Button
            size="small"
            icon={<Trash />}
            text={t('delete')}
            title={obstacle === null ? undefined : t(obstacle)}
            disabled={obstacle !== null}
            onClick={() => attempt(deleteScenario(scenario))}
          />
        </div>
      </div>
      <ControlError error={error} onDismiss={() => setError(null)} />
      <p className="muted scenario-parent">
        {parent === undefined
          ? t('root')
          : t('onParent', { parent: scenarioName(parent, language) })}
      </p>
      {isBaseline ? (
        <section>
          <p className="scenario-hint">{t('baselineHint')}</p>
          <Button
            size="small"
            icon={<Reset />}
            text={t('resetBaseline')}
            onClick={() =>
              attempt(changeWorkbook('scenarios.reset', { scenario: BASELINE, overrideKeys: null }))
            }
          />
        </section>
      ) : (
        <>
          <OverrideList scenario={scenario} />
          <RankMoves />
        </>
      )}
    </div>
  );
}

/** Name and description, saved when the field is left or with Enter; Escape takes the typing back. */
function ScenarioTexts({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const shownName = scenarioName(scenario, language);
  const [name, setName] = useState(shownName);
  const [description, setDescription] = useState(scenario.description);
  const [error, setError] = useState<unknown>(null);
  const nameMissing = name.trim() === '';

  function save() {
    const unchanged = name.trim() === shownName && description === scenario.description;
    if (unchanged || nameMissing) return;
    setError(null);
    changeWorkbook('scenarios.update', {
      scenario: scenario.id,
      name: name.trim() === shownName ? scenario.name : name.trim(),
      description,
    }).catch(setError);
  }

  return (
    <div className="scenario-texts">
      <InputGroup
        aria-label={t('name')}
        className="scenario-name"
        maxLength={200}
        value={name}
        intent={nameMissing ? 'danger' : 'none'}
        onValueChange={setName}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setName(shownName);
        }}
      />
      {nameMissing && <p className="control-error">{t('nameNeeded')}</p>}
      <TextArea
        aria-label={t('description')}
        autoResize
        fill
        maxLength={10_000}
        placeholder={t('descriptionPlaceholder')}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDescription(scenario.description);
        }}
      />
      <ControlError error={error} onDismiss={() => setError(null)} />
    </div>
  );
}
