import { Button } from '@blueprintjs/core';
import { Plus } from '@blueprintjs/icons';
import { type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BASELINE, type ScenarioId } from '../../../shared/model/ids.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { scenarioName } from '../../i18n/scenario-name.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { selectNeighbourScenario, useScenarios } from '../../stores/scenario-store.ts';
import { selectScenario, useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { openNewScenario } from './new-scenario-store.ts';
import { groupOverrides } from './override-groups.ts';

interface ScenarioAtDepth {
  readonly scenario: Scenario;
  readonly depth: number;
}

/** All scenarios as a tree; choosing one shows everything in it. */
export function ScenarioList() {
  const { t } = useTranslation('scenarios');
  const scenarios = useScenarios((state) => state.scenarios);
  const selected = useSelection((state) => state.scenario);
  const rows = useMemo(() => inTreeOrder(scenarios), [scenarios]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    selectNeighbourScenario(event.key === 'ArrowDown' ? 1 : -1);
  }

  return (
    <div className="scenario-list">
      <div
        role="listbox"
        tabIndex={0}
        aria-label={t('list')}
        aria-activedescendant={optionId(selected)}
        onKeyDown={onKeyDown}
      >
        {rows.map(({ scenario, depth }) => (
          <ScenarioOption
            key={scenario.id}
            scenario={scenario}
            depth={depth}
            selected={scenario.id === selected}
          />
        ))}
      </div>
      <Button variant="minimal" icon={<Plus />} text={t('keep')} onClick={openNewScenario} />
    </div>
  );
}

interface ScenarioOptionProps extends ScenarioAtDepth {
  readonly selected: boolean;
}

function ScenarioOption({ scenario, depth, selected }: ScenarioOptionProps) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const index = useWorkbook((state) => state.index);
  const count = index === null ? 0 : groupOverrides(scenario.overrides, index).length;
  return (
    <div
      role="option"
      tabIndex={-1}
      id={optionId(scenario.id)}
      aria-selected={selected}
      className="scenario-option"
      style={{ paddingInlineStart: 12 + depth * 14 }}
      onClick={() => selectScenario(scenario.id)}
    >
      <span className="scenario-option-name">{scenarioName(scenario, language)}</span>
      {scenario.id !== BASELINE && (
        <span className="muted">{count === 0 ? t('noChanges') : t('changes', { count })}</span>
      )}
    </div>
  );
}

function optionId(scenario: ScenarioId): string {
  return `scenario-${encodeURIComponent(scenario)}`;
}

/** Parents before their children, children in the order of their making. */
function inTreeOrder(scenarios: readonly Scenario[]): ScenarioAtDepth[] {
  const below = (parent: ScenarioId | null, depth: number): ScenarioAtDepth[] =>
    scenarios.flatMap((scenario) =>
      scenario.parent === parent ? [{ scenario, depth }, ...below(scenario.id, depth + 1)] : [],
    );
  return below(null, 0);
}
