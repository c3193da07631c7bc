import type { Observation } from '../../shared/model/observation.ts';
import { parsePeriod } from '../../shared/model/time-window.ts';

const GRADE: Record<Observation['confidence'], number> = { high: 0, medium: 1, low: 2 };

interface Ordered {
  readonly observation: Observation;
  readonly adopted: boolean;
}

/**
 * Adopted first; then by grade (confidence, then an exact fit before a proxy) and the latest period first; those that
 * may not be adopted last.
 */
export function orderCandidates<Stored extends Ordered>(stored: readonly Stored[]): Stored[] {
  return stored.toSorted((a, b) => {
    const [keyA, keyB] = [sortKey(a), sortKey(b)];
    for (const [position, part] of keyA.entries()) {
      const difference = part - (keyB[position] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function sortKey({ observation, adopted }: Ordered): readonly number[] {
  const { confidence, fit, asOf, rejectedReason, evidenceOnly } = observation;
  return [
    adopted ? 0 : 1,
    rejectedReason === null && !evidenceOnly ? 0 : 1,
    GRADE[confidence],
    fit === 'exact' ? 0 : 1,
    -(parsePeriod(asOf)?.end ?? 0),
  ];
}
