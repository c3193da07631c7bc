import { BASELINE } from '../../../shared/model/ids.ts';
import { openPromote } from './promote-store.ts';
import { type Command, registerCommands } from '../../stores/commands.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { inclusionCommands } from './inclusion-commands.ts';
import { openNewScenario } from './new-scenario-store.ts';
import { deleteObstacle, deleteScenario, duplicateScenario } from './scenario-acts.ts';

function selectedScenario() {
  const { scenario } = useSelection.getState();
  return useScenarios.getState().scenarios.find(({ id }) => id === scenario);
}

/** What can be done with scenarios from anywhere. */
export function registerScenarioCommands(): () => void {
  return registerCommands(scenarioCommands);
}

const scenarioCommands: readonly Command[] = [
  {
    id: 'scenario.new',
    group: 'scenario',
    title: 'scenarios:keep',
    keys: ['mod+shift+n'],
    allowInInput: true,
    run: openNewScenario,
  },
  {
    id: 'scenario.duplicate',
    group: 'scenario',
    title: 'scenarios:duplicate',
    enabled: () => selectedScenario() !== undefined,
    run: async () => {
      const scenario = selectedScenario();
      if (scenario !== undefined) await duplicateScenario(scenario);
    },
  },
  {
    id: 'scenario.promote',
    group: 'scenario',
    title: 'scenarios:promote.command',
    titleParameters: () => ({ name: selectedScenario()?.name ?? '' }),
    enabled: () => {
      const scenario = selectedScenario();
      return scenario !== undefined && scenario.id !== BASELINE;
    },
    run: () => {
      const scenario = selectedScenario();
      if (scenario !== undefined) openPromote(scenario.id);
    },
  },
  ...inclusionCommands,
  {
    id: 'scenario.delete',
    group: 'scenario',
    title: 'scenarios:delete',
    enabled: () => {
      const scenario = selectedScenario();
      const { scenarios } = useScenarios.getState();
      return scenario !== undefined && deleteObstacle(scenario, scenarios) === null;
    },
    run: async () => {
      const scenario = selectedScenario();
      if (scenario !== undefined) await deleteScenario(scenario);
    },
  },
];
