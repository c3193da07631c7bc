import { Button } from '@blueprintjs/core';
import { SwapHorizontal } from '@blueprintjs/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BASELINE, type ScenarioId } from '../../../shared/model/ids.ts';
import { scenarioName } from '../../i18n/scenario-name.ts';
import { useLanguage, useWorkbookNames } from '../../i18n/use-names.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { selectScenario, useSelection } from '../../stores/selection-store.ts';
import { Failed, Loading, Placeholder } from '../../ui/Placeholder.tsx';
import { openNewScenario } from '../scenarios/new-scenario-store.ts';
import { DifferencesInWords } from './DifferencesInWords.tsx';
import { PairedChanges } from './PairedChanges.tsx';
import './scenario-comparison.css';
import { useScenarioPair } from './use-scenario-pair.ts';
import { Select } from '../../ui/Select.tsx';

/** Any two scenarios: what the second says differently, in words, and what comes of it under uncertainty. */
export function ScenarioComparisonPanel() {
  const { t } = useTranslation('scenarioComparison');
  const { t: scenarioTexts } = useTranslation('scenarios');
  const scenarios = useScenarios((state) => state.scenarios);
  const selected = useSelection((state) => state.scenario);
  const [chosen, setChosen] = useState<ScenarioId | null>(null);
  if (scenarios.length === 0) return <Loading />;
  if (scenarios.length === 1) {
    return (
      <Placeholder>
        <p>{t('onlyBaseline')}</p>
        <Button text={scenarioTexts('keep')} onClick={openNewScenario} />
      </Placeholder>
    );
  }
  const isThere = (id: ScenarioId | null) => scenarios.some((scenario) => scenario.id === id);
  const usual = selected === BASELINE ? scenarios.find(({ id }) => id !== BASELINE)?.id : BASELINE;
  const first =
    chosen !== null && isThere(chosen) && chosen !== selected ? chosen : (usual ?? BASELINE);
  return (
    <Compared key={`${first} ${selected}`} first={first} second={selected} onFirst={setChosen} />
  );
}

interface ComparedProps {
  readonly first: ScenarioId;
  readonly second: ScenarioId;
  readonly onFirst: (scenario: ScenarioId) => void;
}

function Compared({ first, second, onFirst }: ComparedProps) {
  const { t } = useTranslation('scenarioComparison');
  const language = useLanguage();
  const scenarios = useScenarios((state) => state.scenarios);
  const names = useWorkbookNames();
  const { pair, error } = useScenarioPair(first, second);
  const options = (without: ScenarioId) =>
    scenarios
      .filter(({ id }) => id !== without)
      .map((scenario) => ({ value: scenario.id, label: scenarioName(scenario, language) }));
  return (
    <div className="panel panel-scroll scenario-comparison">
      <div className="scenario-pair">
        <label>
          {t('from')}
          <Select
            value={first}
            options={options(second)}
            onChange={(event) => onFirst(event.currentTarget.value as ScenarioId)}
          />
        </label>
        <Button
          variant="minimal"
          size="small"
          icon={<SwapHorizontal />}
          aria-label={t('swap')}
          title={t('swap')}
          onClick={() => {
            onFirst(second);
            selectScenario(first);
          }}
        />
        <label>
          {t('to')}
          <Select
            value={second}
            options={options(first)}
            onChange={(event) => selectScenario(event.currentTarget.value as ScenarioId)}
          />
        </label>
      </div>
      <section className="scenario-section" aria-label={t('differences')}>
        <h3>{t('differences')}</h3>
        {error !== null ? (
          <Failed error={error} />
        ) : pair === null ? (
          <Loading />
        ) : (
          <DifferencesInWords pair={pair} />
        )}
      </section>
      <PairedChanges first={first} second={second} names={names} />
    </div>
  );
}
