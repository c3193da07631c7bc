import { type Command, registerCommands } from '../../stores/commands.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { proposeWeightsFor } from './methods-dialog-store.ts';

/** Weights by methods, from anywhere. */
export function registerWeightMethodCommands(): () => void {
  return registerCommands(commands);
}

const commands: readonly Command[] = [
  {
    id: 'weights.propose',
    group: 'edit',
    title: 'weightMethods:command',
    enabled: () => useWorkbook.getState().index !== null,
    run: () => {
      const { index } = useWorkbook.getState();
      if (index === null) return;
      // Of the selected branch; of the whole index where none is selected.
      const { node } = useSelection.getState();
      const isBranch = node !== null && (index.children.get(node)?.length ?? 0) > 1;
      proposeWeightsFor(isBranch ? node : index.root.code);
    },
  },
];
