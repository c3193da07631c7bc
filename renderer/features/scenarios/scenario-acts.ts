import { BASELINE, type ScenarioId } from '../../../shared/model/ids.ts';
import type { Override, Scenario } from '../../../shared/model/scenario.ts';
import { textOf } from '../../i18n/i18n.ts';
import { runCommand } from '../../stores/commands.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { selectScenario } from '../../stores/selection-store.ts';
import { storesFollowed } from '../../stores/synchronise.ts';
import { changeWorkbook } from '../../stores/workbook-store.ts';
import { notify, notifyError } from '../../ui/notify.ts';

/** A name for a new scenario that no other has. */
export function freshScenarioName(): string {
  return firstFree((number) => textOf('scenarios:defaultName', { number }));
}

/** Leaves room for the number in what a name may have. */
const MOST_LETTERS = 190;

/** The name as it is, or with a number where another scenario has it. */
export function freeScenarioName(name: string): string {
  const short = name.slice(0, MOST_LETTERS);
  return firstFree((number) =>
    number === 1 ? short : textOf('scenarios:numberedName', { name: short, number }),
  );
}

function firstFree(nameOf: (number: number) => string): string {
  const taken = new Set(useScenarios.getState().scenarios.map(({ name }) => name));
  for (let number = 1; ; number++) {
    const name = nameOf(number);
    if (!taken.has(name)) return name;
  }
}

export async function createScenario(
  parent: ScenarioId,
  name: string,
  description: string,
  overrides: readonly Override[] = [],
): Promise<void> {
  const { id } = await changeWorkbook('scenarios.create', {
    parent,
    name,
    description,
    overrides: [...overrides],
  });
  await storesFollowed();
  selectScenario(id);
}

export async function duplicateScenario({ id: scenario, name }: Scenario): Promise<void> {
  const copy = textOf('scenarios:copyName', { name }).slice(0, 200);
  const { id } = await changeWorkbook('scenarios.duplicate', { scenario, name: copy });
  await storesFollowed();
  selectScenario(id);
}

/** No question before: it is one undo step, and the message offers it. */
export async function deleteScenario({ id, name, parent }: Scenario): Promise<void> {
  await changeWorkbook('scenarios.delete', { scenario: id });
  selectScenario(parent ?? BASELINE);
  notify(textOf('scenarios:deleted', { name }), {
    text: textOf('scenarios:undoDelete'),
    run: () => {
      runCommand('history.undo').catch(notifyError);
    },
  });
}

export type DeleteObstacle = 'baselineStays' | 'hasChildren' | null;

export function deleteObstacle(scenario: Scenario, scenarios: readonly Scenario[]): DeleteObstacle {
  if (scenario.id === BASELINE) return 'baselineStays';
  return scenarios.some(({ parent }) => parent === scenario.id) ? 'hasChildren' : null;
}
