import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { currentLanguage, textOf } from '../../i18n/i18n.ts';
import { scenarioName } from '../../i18n/scenario-name.ts';
import { runCommand } from '../../stores/commands.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { changeWorkbook, useWorkbook } from '../../stores/workbook-store.ts';
import { notify, notifyError } from '../../ui/notify.ts';

/** Leaves a unit out of the selected scenario, or takes it in again: one undo step, which the message offers. */
export async function includeUnit(unit: UnitCode, included: boolean): Promise<void> {
  const { scenario } = useSelection.getState();
  await changeWorkbook('scenarios.setInclusion', {
    scenario,
    units: [{ unit, included }],
    nodes: [],
  });
  const name = useWorkbook.getState().unitByCode.get(unit)?.name;
  tell(name === undefined ? unit : nameIn(currentLanguage(), name), included);
}

/** The same for a node, with everything below it. */
export async function includeNode(node: NodeCode, included: boolean): Promise<void> {
  const { scenario } = useSelection.getState();
  await changeWorkbook('scenarios.setInclusion', {
    scenario,
    units: [],
    nodes: [{ node, included }],
  });
  const name = useWorkbook.getState().index?.byCode.get(node)?.name;
  tell(name === undefined ? node : nameIn(currentLanguage(), name), included);
}

function tell(name: string, included: boolean): void {
  const scenario = selectedScenarioName();
  notify(textOf(`scenarios:inclusion.${included ? 'takenIn' : 'leftOut'}`, { name, scenario }), {
    text: textOf('scenarios:promote.undoIt'),
    run: () => {
      runCommand('history.undo').catch(notifyError);
    },
  });
}

function selectedScenarioName(): string {
  const { scenario: id } = useSelection.getState();
  const scenario = useScenarios.getState().scenarios.find((each) => each.id === id);
  return scenario === undefined ? id : scenarioName(scenario, currentLanguage());
}
