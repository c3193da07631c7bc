import type { ScenarioId } from '../../../shared/model/ids.ts';
import type { MethodPreview } from '../../../shared/model/method-preview.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import type { MethodDraft } from './method-draft.ts';

export interface PreviewState {
  /** Of the scenario that is asked about; null: not read yet, or refused. */
  readonly preview: MethodPreview | null;
  readonly error: unknown;
  /** Whether an answer to the latest question is still to come; the last one stays on screen meanwhile. */
  readonly waiting: boolean;
}

/** What a draft would make of the scenario; with an empty draft, what its method makes of it. Asked again after every act. */
export function useMethodPreview(scenario: ScenarioId, draft: MethodDraft): PreviewState {
  const { answer, to, error, waiting } = useAnswer('method.preview', { scenario, part: draft });
  if (to?.scenario !== scenario) return { preview: null, error: null, waiting: true };
  return { preview: answer ?? null, error, waiting };
}
