import { useEffect, useState } from 'react';
import type { CellEvidence } from '../../../shared/contract/evidence-operations.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

interface EvidenceState {
  /** Of the cell asked for; null: being read, or not readable. */
  readonly evidence: CellEvidence | null;
  readonly error: unknown;
}

/** Evidence of a cell in the selected scenario, read again after every act. */
export function useCellEvidence(unit: UnitCode | null, indicator: NodeCode | null): EvidenceState {
  const scenario = useSelection((state) => state.scenario);
  const revision = useWorkbook((state) => state.revision);
  const [state, setState] = useState<EvidenceState>({ evidence: null, error: null });
  useEffect(() => {
    if (unit === null || indicator === null) return;
    let wanted = true;
    // Read as of `revision`; answers for an older cell or revision are dropped.
    const asked = { scenario, unit, indicator, revision };
    callHost('cells.evidence', { scenario, unit, indicator }).then(
      (evidence) => {
        if (wanted) setState({ evidence, error: null });
      },
      (error: unknown) => {
        console.warn(asked, error);
        if (wanted) setState({ evidence: null, error });
      },
    );
    return () => {
      wanted = false;
    };
  }, [scenario, unit, indicator, revision]);
  // What is shown belongs to the cell that is selected, not to the one before.
  const { evidence } = state;
  const fits = evidence?.unit === unit && evidence?.indicator === indicator;
  return fits ? state : { evidence: null, error: evidence === null ? state.error : null };
}
