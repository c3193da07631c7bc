import { Button } from '@blueprintjs/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../shared/contract/evidence-operations.ts';
import { BASELINE } from '../../../shared/model/ids.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { changeWorkbook, useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { RejectForm } from './RejectForm.tsx';
import { type Act, useAct } from './use-act.ts';

/** Adopt, use in the scenario, reject with a reason, restore: what the standing of the observation allows. */
export function CandidateActs({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('evidence');
  const readOnly = useWorkbook((state) => state.info !== null && state.info.readOnly !== null);
  const act = useAct();
  const [rejecting, setRejecting] = useState(false);
  const { id, rejectedReason, evidenceOnly } = candidate.observation;
  if (readOnly) return null;
  if (rejecting) {
    return <RejectForm candidate={candidate} onDone={() => setRejecting(false)} />;
  }
  return (
    <>
      <div className="evidence-acts">
        {rejectedReason === null && !evidenceOnly && <AdoptActs candidate={candidate} act={act} />}
        {rejectedReason === null ? (
          <Button
            size="small"
            variant="minimal"
            text={t('candidates.reject')}
            disabled={act.busy}
            onClick={() => setRejecting(true)}
          />
        ) : (
          <Button
            size="small"
            text={t('candidates.restore')}
            disabled={act.busy}
            onClick={() => act.run(() => changeWorkbook('observations.restore', { id }))}
          />
        )}
      </div>
      <ControlError error={act.error} onDismiss={act.dismiss} />
    </>
  );
}

/** In `baseline` an observation is adopted; in another scenario its value can also be tried as an override. */
function AdoptActs({ candidate, act }: { candidate: Candidate; act: Act }) {
  const { t } = useTranslation('evidence');
  const scenario = useSelection((state) => state.scenario);
  const { observation, source, adopted } = candidate;
  const { id, unit, indicator, value } = observation;
  const inBaseline = scenario === BASELINE;
  return (
    <>
      {!inBaseline && (
        <Button
          size="small"
          text={t('candidates.useHere')}
          disabled={act.busy}
          onClick={() =>
            act.run(() =>
              changeWorkbook('cells.edit', {
                scenario,
                edits: [{ unit, indicator, value }],
                note: t('candidates.usedNote', { source: source?.title ?? id }),
              }),
            )
          }
        />
      )}
      {!adopted && (
        <Button
          size="small"
          text={inBaseline ? t('candidates.adopt') : t('candidates.adoptInBaseline')}
          disabled={act.busy}
          onClick={() => act.run(() => changeWorkbook('observations.adopt', { id }))}
        />
      )}
    </>
  );
}
