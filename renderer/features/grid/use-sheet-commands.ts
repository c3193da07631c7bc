import { useEffect } from 'react';
import { type Command, registerCommands } from '../../stores/commands.ts';
import { useStable } from './use-stable.ts';

/** What the palette can do with the grid while it is there. */
export interface SheetActions {
  readonly find: () => void;
  readonly fillDown: () => void;
  readonly fillRight: () => void;
  readonly clear: () => void;
  readonly selectAll: () => void;
  readonly sort: (direction: 'descending' | 'ascending') => void;
  readonly resetOrder: () => void;
  readonly toggleEmpty: () => void;
  readonly columnMenu: () => void;
  readonly hasSelection: boolean;
  readonly isSorted: boolean;
}

export function useSheetCommands(actions: SheetActions): void {
  const now = useStable(() => actions);
  useEffect(() => registerCommands(sheetCommands(now)), [now]);
}

function sheetCommands(now: () => SheetActions): Command[] {
  const hasSelection = () => now().hasSelection;
  return [
    {
      id: 'grid.find',
      group: 'edit',
      title: 'grid:command.find',
      keys: ['mod+f'],
      allowInInput: true,
      run: () => now().find(),
    },
    {
      id: 'grid.fillDown',
      group: 'edit',
      title: 'grid:command.fillDown',
      keys: ['mod+d'],
      enabled: hasSelection,
      run: () => now().fillDown(),
    },
    {
      id: 'grid.fillRight',
      group: 'edit',
      title: 'grid:command.fillRight',
      keys: ['mod+r'],
      enabled: hasSelection,
      run: () => now().fillRight(),
    },
    {
      id: 'grid.clear',
      group: 'edit',
      title: 'grid:command.clear',
      keys: ['delete'],
      enabled: hasSelection,
      run: () => now().clear(),
    },
    {
      id: 'grid.selectAll',
      group: 'edit',
      title: 'grid:command.selectAll',
      enabled: hasSelection,
      run: () => now().selectAll(),
    },
    {
      id: 'grid.sortDescending',
      group: 'view',
      title: 'grid:command.sortDescending',
      enabled: hasSelection,
      run: () => now().sort('descending'),
    },
    {
      id: 'grid.sortAscending',
      group: 'view',
      title: 'grid:command.sortAscending',
      enabled: hasSelection,
      run: () => now().sort('ascending'),
    },
    {
      id: 'grid.resetOrder',
      group: 'view',
      title: 'grid:command.resetOrder',
      enabled: () => now().isSorted,
      run: () => now().resetOrder(),
    },
    {
      id: 'grid.hideEmpty',
      group: 'view',
      title: 'grid:command.hideEmpty',
      run: () => now().toggleEmpty(),
    },
    {
      id: 'grid.columnMenu',
      group: 'view',
      title: 'grid:command.columnMenu',
      enabled: hasSelection,
      run: () => now().columnMenu(),
    },
  ];
}
