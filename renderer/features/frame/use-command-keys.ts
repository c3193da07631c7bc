import { type HotkeyConfig, useHotkeys } from '@blueprintjs/core';
import { useMemo } from 'react';
import { useLanguage } from '../../i18n/use-names.ts';
import { type Command, runCommand, useCommands } from '../../stores/commands.ts';
import { notifyError } from '../../ui/notify.ts';
import { commandTitle } from './command-title.ts';

/** Binds the keys of every registered command, wherever the focus is. */
export function useCommandKeys(): void {
  const commands = useCommands((state) => state.commands);
  const language = useLanguage();
  const keys = useMemo(
    // The titles are texts of the language, which is therefore a dependency.
    () => (language === null ? [] : [...commands.values()].flatMap(hotkeysOf)),
    [commands, language],
  );
  useHotkeys(keys, { showDialogKeyCombo: false });
}

function hotkeysOf(command: Command): HotkeyConfig[] {
  return (command.keys ?? []).map((combo) => ({
    combo,
    label: commandTitle(command),
    global: true,
    allowInInput: command.allowInInput ?? false,
    onKeyDown: (event) => {
      // Half-typed Chinese is not a command.
      if (event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      runCommand(command.id).catch(notifyError);
    },
  }));
}
