import { textOf } from '../../i18n/i18n.ts';
import type { Command } from '../../stores/commands.ts';

/** Title of a command in the language of the interface. */
export function commandTitle(command: Command): string {
  return textOf(command.title, command.titleParameters?.() ?? {});
}
