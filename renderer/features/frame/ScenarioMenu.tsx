import { Button, Menu, MenuItem, PopoverNext } from '@blueprintjs/core';
import { CaretDown, Tick } from '@blueprintjs/icons';
import { useTranslation } from 'react-i18next';
import { scenarioName } from '../../i18n/scenario-name.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { selectScenario, useSelection } from '../../stores/selection-store.ts';

/** Switches the scenario in which everything is shown. */
export function ScenarioMenu() {
  const { t } = useTranslation('frame');
  const scenarios = useScenarios((state) => state.scenarios);
  const selected = useSelection((state) => state.scenario);
  const current = scenarios.find(({ id }) => id === selected);
  const language = useLanguage();
  return (
    <PopoverNext
      placement="bottom-end"
      content={
        <Menu aria-label={t('commandBar.scenarioLabel')}>
          {scenarios.map((scenario) => (
            <MenuItem
              key={scenario.id}
              text={scenarioName(scenario, language)}
              title={scenario.description}
              active={scenario.id === selected}
              labelElement={scenario.id === selected ? <Tick /> : undefined}
              onClick={() => selectScenario(scenario.id)}
            />
          ))}
        </Menu>
      }
    >
      <Button
        className="command-bar-scenario"
        endIcon={<CaretDown />}
        disabled={scenarios.length === 0}
        text={t('commandBar.scenario', {
          name: current === undefined ? '' : scenarioName(current, language),
        })}
      />
    </PopoverNext>
  );
}
