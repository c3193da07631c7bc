import type { Observation } from '../../shared/model/observation.ts';
import type { Source } from '../../shared/model/source.ts';

/** What a printed value rests on: a source, an analyst's own entry, or nothing that was named. */
export type CitedEvidence =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'analyst'; readonly author: string; readonly day: string }
  | { readonly kind: 'unnamed' };

/** Numbers the evidence of the printed values in the order in which it is first cited. */
export interface Citations {
  /** From 1; null when the brief has no list of sources to point to. */
  cite(observation: Observation): number | null;
  /** In the order of the numbers. */
  entries(): readonly CitedEvidence[];
}

/** @param listed whether the brief prints its list of sources */
export function createCitations(sources: readonly Source[], listed: boolean): Citations {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const numbers = new Map<string, number>();
  const entries: CitedEvidence[] = [];

  function evidenceOf(observation: Observation): CitedEvidence {
    const source = observation.source === null ? undefined : byId.get(observation.source);
    if (source !== undefined) return { kind: 'source', source };
    if (observation.author === null) return { kind: 'unnamed' };
    return {
      kind: 'analyst',
      author: observation.author,
      day: observation.recordedAt.slice(0, 10),
    };
  }

  return {
    cite(observation) {
      if (!listed) return null;
      const evidence = evidenceOf(observation);
      const key = JSON.stringify(
        evidence.kind === 'source' ? ['source', evidence.source.id] : evidence,
      );
      const known = numbers.get(key);
      if (known !== undefined) return known;
      entries.push(evidence);
      numbers.set(key, entries.length);
      return entries.length;
    },
    entries: () => entries,
  };
}
