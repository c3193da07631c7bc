import { type Command, registerCommands } from '../../stores/commands.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { openWeightSets } from './weight-sets-dialog-store.ts';

/** Named weight sets, from anywhere. */
export function registerWeightSetCommands(): () => void {
  return registerCommands(commands);
}

const commands: readonly Command[] = [
  {
    id: 'weights.sets',
    group: 'edit',
    title: 'weightSets:title',
    enabled: () => useWorkbook.getState().index !== null,
    run: openWeightSets,
  },
];
