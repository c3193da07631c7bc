import { type Command, registerCommands } from '../../stores/commands.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { textOf } from '../../i18n/i18n.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { revealPanel } from '../frame/reveal-panel.ts';
import { askQuestion, type Question } from './what-it-takes-store.ts';

/** The questions about the selected unit, from the palette. */
export function registerWhatItTakesCommands(): () => void {
  return registerCommands([
    command('goal', 'whatItTakes:command.goal'),
    command('flip', 'whatItTakes:command.flip'),
  ]);
}

function command(question: Question, title: Command['title']): Command {
  return {
    id: `whatItTakes.${question}`,
    group: 'view',
    title,
    titleParameters: () => ({ unit: selectedUnitName() }),
    enabled: () => useWorkbook.getState().units.length > 0,
    run: () => askWhatItTakes(question),
  };
}

/** Opens the panel with this question about the selected unit. */
export function askWhatItTakes(question: Question): void {
  askQuestion(question);
  revealPanel('whatItTakes', 'ranking');
}

function selectedUnitName(): string {
  const { unit } = useSelection.getState();
  const found = unit === null ? undefined : useWorkbook.getState().unitByCode.get(unit);
  return found === undefined
    ? textOf('whatItTakes:command.someUnit')
    : nameIn(currentLanguage(), found.name);
}
