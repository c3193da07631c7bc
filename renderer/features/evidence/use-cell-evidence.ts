import type { CellEvidence } from '../../../shared/contract/evidence-operations.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useAnswer } from '../../stores/use-answer.ts';

interface EvidenceState {
  /** Of the cell asked for; null: being read, or not readable. */
  readonly evidence: CellEvidence | null;
  readonly error: unknown;
}

/** Evidence of a cell in the selected scenario, read again after every act. */
export function useCellEvidence(unit: UnitCode | null, indicator: NodeCode | null): EvidenceState {
  const scenario = useSelection((state) => state.scenario);
  const { answer, to, error } = useAnswer(
    'cells.evidence',
    unit === null || indicator === null ? null : { scenario, unit, indicator },
  );
  // What is shown belongs to the cell that is selected, not to the one before.
  const fits = to?.unit === unit && to?.indicator === indicator;
  return fits ? { evidence: answer ?? null, error } : { evidence: null, error: null };
}
