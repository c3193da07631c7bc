import { z } from 'zod';
import { ScenarioId } from '../../../shared/model/ids.ts';
import { Method } from '../../../shared/model/method.ts';
import { keepMemory, useLayout } from '../../stores/layout-store.ts';
import { useMemory } from '../../stores/use-memory.ts';
import { changeWorkbook } from '../../stores/workbook-store.ts';

/** Parts of a method that are chosen and not applied yet. */
const MethodDraft = Method.partial();
export type MethodDraft = z.infer<typeof MethodDraft>;

/** By scenario, so that looking at another scenario loses nothing; kept with the layout of the workbook. */
const MethodDrafts = z.record(ScenarioId, MethodDraft);
type MethodDrafts = z.infer<typeof MethodDrafts>;

const NAME = 'method.drafts';
const NO_DRAFTS: MethodDrafts = {};
const NOTHING: MethodDraft = {};

export function useMethodDraft(scenario: ScenarioId): MethodDraft {
  const [drafts] = useMemory(NAME, MethodDrafts, NO_DRAFTS);
  return drafts[scenario] ?? NOTHING;
}

export function methodDraft(scenario: ScenarioId): MethodDraft {
  return methodDrafts()[scenario] ?? NOTHING;
}

function methodDrafts(): MethodDrafts {
  const parsed = MethodDrafts.safeParse(useLayout.getState().memories[NAME]);
  return parsed.success ? parsed.data : NO_DRAFTS;
}

/** Chooses parts. What is chosen as it is in force anyway is no draft. */
export function chooseMethod(scenario: ScenarioId, part: MethodDraft, inForce: Method): void {
  const draft = differingParts({ ...methodDraft(scenario), ...part }, inForce);
  if (Object.keys(draft).length === 0) discardMethod(scenario);
  else keepMemory(NAME, { ...methodDrafts(), [scenario]: draft });
}

export function discardMethod(scenario: ScenarioId): void {
  const { [scenario]: _discarded, ...others } = methodDrafts();
  keepMemory(NAME, others);
}

/** Writes the draft into the scenario, as one undo step. */
export async function applyMethod(scenario: ScenarioId): Promise<void> {
  const part = methodDraft(scenario);
  await changeWorkbook('scenarios.setMethod', { scenario, part });
  discardMethod(scenario);
}

/** The parts of a draft that would change what is in force. */
export function differingParts(part: MethodDraft, inForce: Method): MethodDraft {
  return Object.fromEntries(
    Object.entries(part).filter(
      ([name, value]) => written(value) !== written(inForce[name as keyof Method]),
    ),
  );
}

/** The same text for the same choices, in whatever order their fields were made. */
function written(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
