import type { z } from 'zod';
import type { NewObservation } from '../../../shared/contract/evidence-operations.ts';
import type { NodeCode, SourceId, UnitCode } from '../../../shared/model/ids.ts';
import type { Confidence, Fit } from '../../../shared/model/observation.ts';
import {
  type CellProblem,
  type CellRules,
  parseCellText,
} from '../../../shared/text/cell-value.ts';

/** An observation while it is being entered. */
export interface ObservationDraft {
  readonly value: string;
  readonly unitOfMeasure: string;
  readonly asOf: string;
  readonly fit: Fit;
  readonly confidence: Confidence;
  readonly model: string;
  readonly note: string;
  readonly source: SourceDraft;
  readonly adopt: boolean;
}

export type SourceDraft =
  | { readonly kind: 'none' }
  | { readonly kind: 'existing'; readonly id: SourceId | null }
  | {
      readonly kind: 'new';
      readonly title: string;
      readonly url: string;
      readonly published: string;
    };

export interface DraftProblems {
  /** `missing`: nothing was entered. */
  readonly value: CellProblem | 'missing' | null;
  readonly title: boolean;
  readonly url: boolean;
  readonly source: boolean;
}

export type CheckedDraft =
  | { readonly ok: true; readonly observation: z.infer<typeof NewObservation> }
  | { readonly ok: false; readonly problems: DraftProblems };

const NO_PROBLEMS: DraftProblems = { value: null, title: false, url: false, source: false };

/** The observation that the draft describes, or all that is wrong with it. */
export function checkDraft(
  draft: ObservationDraft,
  unit: UnitCode,
  indicator: NodeCode,
  rules: CellRules,
): CheckedDraft {
  const parsed = parseCellText(draft.value, rules);
  const { source } = draft;
  const problems: DraftProblems = {
    value: parsed.ok ? (parsed.value === null ? 'missing' : null) : parsed.problem,
    title: source.kind === 'new' && source.title.trim() === '',
    url: source.kind === 'new' && source.url.trim() !== '' && !isWebAddress(source.url.trim()),
    source: source.kind === 'existing' && source.id === null,
  };
  const faultless = Object.entries(problems).every(
    ([field, problem]) => problem === NO_PROBLEMS[field as keyof DraftProblems],
  );
  if (!faultless || !parsed.ok || parsed.value === null) return { ok: false, problems };
  return {
    ok: true,
    observation: {
      unit,
      indicator,
      value: parsed.value,
      unitOfMeasure: draft.unitOfMeasure.trim(),
      asOf: draft.asOf.trim(),
      fit: draft.fit,
      confidence: draft.confidence,
      model: draft.model.trim() || null,
      note: draft.note.trim(),
      source: checkedSource(source),
      adopt: draft.adopt,
    },
  };
}

function checkedSource(source: SourceDraft): z.infer<typeof NewObservation>['source'] {
  switch (source.kind) {
    case 'none':
      return null;
    case 'existing':
      return source.id === null ? null : { existing: source.id };
    case 'new':
      return {
        title: source.title.trim(),
        url: source.url.trim() || null,
        published: source.published.trim(),
      };
  }
}

function isWebAddress(text: string): boolean {
  const protocol = URL.parse(text)?.protocol;
  return protocol === 'https:' || protocol === 'http:';
}
