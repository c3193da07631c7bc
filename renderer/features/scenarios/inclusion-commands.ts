import { nameIn } from '../../../shared/text/names.ts';
import { currentLanguage, textOf } from '../../i18n/i18n.ts';
import type { Command } from '../../stores/commands.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { includeNode, includeUnit } from './inclusion.ts';

/** The selected unit and the selected node, each left out of the scenario or taken in again. */
export const inclusionCommands: readonly Command[] = [true, false].flatMap((included) => [
  {
    id: `scenario.${included ? 'takeInUnit' : 'leaveOutUnit'}`,
    group: 'scenario',
    title: `scenarios:inclusion.${included ? 'takeIn' : 'leaveOut'}`,
    titleParameters: () => ({ name: selectedUnit()?.name ?? textOf('scenarios:inclusion.unit') }),
    enabled: () => selectedUnit()?.included === !included && canBeChanged(),
    run: async () => {
      const unit = selectedUnit();
      if (unit !== null) await includeUnit(unit.code, included);
    },
  },
  {
    id: `scenario.${included ? 'takeInNode' : 'leaveOutNode'}`,
    group: 'scenario',
    title: `scenarios:inclusion.${included ? 'takeIn' : 'leaveOut'}`,
    titleParameters: () => ({ name: selectedNode()?.name ?? textOf('scenarios:inclusion.node') }),
    enabled: () => selectedNode()?.included === !included && canBeChanged(),
    run: async () => {
      const node = selectedNode();
      if (node !== null) await includeNode(node.code, included);
    },
  },
]);

function canBeChanged(): boolean {
  return useWorkbook.getState().info?.readOnly === null;
}

function selectedUnit() {
  const { unit: code } = useSelection.getState();
  const unit = code === null ? undefined : useWorkbook.getState().unitByCode.get(code);
  if (unit === undefined) return null;
  return {
    code: unit.code,
    name: nameIn(currentLanguage(), unit.name),
    included: useScenarios.getState().resolved?.excludedUnits.includes(unit.code) !== true,
  };
}

/** The index itself cannot be left out. */
function selectedNode() {
  const { node: code } = useSelection.getState();
  const { index } = useWorkbook.getState();
  const node = code === null ? undefined : index?.byCode.get(code);
  if (node === undefined || node.parent === null) return null;
  return {
    code: node.code,
    name: nameIn(currentLanguage(), node.name),
    included: useScenarios.getState().resolved?.excludedNodes.includes(node.code) !== true,
  };
}
