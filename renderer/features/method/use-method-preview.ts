import { useEffect, useState } from 'react';
import type { ScenarioId } from '../../../shared/model/ids.ts';
import type { MethodPreview } from '../../../shared/model/method-preview.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import type { MethodDraft } from './method-draft.ts';

export interface PreviewState {
  /** Of the scenario that is asked about; null: not read yet, or refused. */
  readonly preview: MethodPreview | null;
  readonly error: unknown;
  /** Whether an answer to the latest question is still to come; the last one stays on screen meanwhile. */
  readonly waiting: boolean;
}

interface Answer {
  readonly scenario: ScenarioId;
  readonly draft: MethodDraft;
  readonly revision: number;
  readonly preview: MethodPreview | null;
  readonly error: unknown;
}

/** What a draft would make of the scenario; with an empty draft, what its method makes of it. Asked again after every act. */
export function useMethodPreview(scenario: ScenarioId, draft: MethodDraft): PreviewState {
  const revision = useWorkbook((state) => state.revision);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let superseded = false;
    const keep = (preview: MethodPreview | null, error: unknown) => {
      if (!superseded) setAnswer({ scenario, draft, revision, preview, error });
    };
    callHost('method.preview', { scenario, part: draft }).then(
      (preview) => keep(preview, null),
      (error: unknown) => keep(null, error),
    );
    return () => {
      superseded = true;
    };
  }, [scenario, draft, revision]);
  if (answer === null || answer.scenario !== scenario) {
    return { preview: null, error: null, waiting: true };
  }
  const waiting = answer.draft !== draft || answer.revision !== revision;
  return { preview: answer.preview, error: answer.error, waiting };
}
