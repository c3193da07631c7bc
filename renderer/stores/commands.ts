import { create } from 'zustand';
import type { TextKey } from '../i18n/wordings.ts';

/** The groups of the palette and of the keyboard map, in this order. */
export const COMMAND_GROUPS = ['view', 'edit', 'scenario', 'workbook', 'interface'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** One thing that the analyst can do, from the palette, the menu, a key or a button. */
export interface Command {
  /** Also the name by which the native menu asks for it, e.g. `history.undo`. */
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: TextKey;
  readonly titleParameters?: () => Record<string, string | number>;
  /** Key combinations in Blueprint's notation, e.g. `mod+k`; the first one is shown. */
  readonly keys?: readonly string[];
  /** Also while a text field has the focus; a field's own undo and copy must not be taken. */
  readonly allowInInput?: boolean;
  /** Commands that cannot run now stay in the palette, greyed. */
  readonly enabled?: () => boolean;
  readonly run: () => void | Promise<void>;
}

interface CommandState {
  commands: ReadonlyMap<string, Command>;
}

export const useCommands = create<CommandState>(() => ({ commands: new Map() }));

/** Adds commands; returns the function that takes them back (for the life of a panel). */
export function registerCommands(added: readonly Command[]): () => void {
  useCommands.setState(({ commands }) => {
    const next = new Map(commands);
    for (const command of added) next.set(command.id, command);
    return { commands: next };
  });
  return () => {
    useCommands.setState(({ commands }) => {
      const next = new Map(commands);
      for (const command of added) {
        if (next.get(command.id) === command) next.delete(command.id);
      }
      return { commands: next };
    });
  };
}

/** Runs a command by name; one that is unknown or cannot run now does nothing. Errors are the caller's to show. */
export async function runCommand(id: string): Promise<void> {
  const command = useCommands.getState().commands.get(id);
  if (command === undefined || command.enabled?.() === false) return;
  await command.run();
}
