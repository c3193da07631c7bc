import { create } from 'zustand';
import type { ScenarioId } from '../../../shared/model/ids.ts';
import type { Method } from '../../../shared/model/method.ts';
import { forgetWithWorkbook } from '../../stores/forget-with-workbook.ts';
import { changeWorkbook } from '../../stores/workbook-store.ts';

/** Parts of a method that are chosen and not applied yet. */
export type MethodDraft = Partial<Method>;

interface DraftState {
  /** By scenario, so that looking at another scenario loses nothing. */
  readonly drafts: ReadonlyMap<ScenarioId, MethodDraft>;
}

export const useMethodDrafts = create<DraftState>(() => ({ drafts: new Map() }));
forgetWithWorkbook(useMethodDrafts);

const NOTHING: MethodDraft = {};

export function useMethodDraft(scenario: ScenarioId): MethodDraft {
  return useMethodDrafts(({ drafts }) => drafts.get(scenario) ?? NOTHING);
}

/** Chooses parts. What is chosen as it is in force anyway is no draft. */
export function chooseMethod(scenario: ScenarioId, part: MethodDraft, inForce: Method): void {
  useMethodDrafts.setState(({ drafts }) => {
    const next = differingParts({ ...drafts.get(scenario), ...part }, inForce);
    return { drafts: new Map(drafts).set(scenario, next) };
  });
}

export function discardMethod(scenario: ScenarioId): void {
  useMethodDrafts.setState(({ drafts }) => {
    const next = new Map(drafts);
    next.delete(scenario);
    return { drafts: next };
  });
}

/** Writes the draft into the scenario, as one undo step. */
export async function applyMethod(scenario: ScenarioId): Promise<void> {
  const part = useMethodDrafts.getState().drafts.get(scenario) ?? NOTHING;
  await changeWorkbook('scenarios.setMethod', { scenario, part });
  discardMethod(scenario);
}

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
