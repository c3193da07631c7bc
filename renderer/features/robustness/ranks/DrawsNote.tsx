import { Button } from '@blueprintjs/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  UncertaintyRequest,
  UncertaintyResult,
} from '../../../../shared/model/uncertainty.ts';
import { uncertainty } from '../analysis/analyses.ts';
import type { Kept } from '../analysis/analysis.ts';
import { ResultNote } from '../analysis/ResultNote.tsx';
import { useStatement } from '../analysis/use-statement.ts';
import { DrawDialog } from './DrawDialog.tsx';

/** What a simulation rests on, with the way to run it again on the inputs of now, and to look at any of its draws. */
export function DrawsNote({ kept }: { kept: Kept<UncertaintyRequest, UncertaintyResult> }) {
  const { t } = useTranslation('robustness');
  const statement = useStatement();
  const [open, setOpen] = useState(false);
  const { draws, seed, sources } = kept.request;
  return (
    <>
      <ResultNote
        analysis={uncertainty}
        kept={kept}
        statement={statement({ kind: 'draws', count: draws, seed, sources, engine: kept.engine })}
        act={
          // A draw is made again from the inputs of now: those of a stale result are gone.
          kept.current && (
            <Button
              size="small"
              variant="minimal"
              text={t('draw.show')}
              onClick={() => setOpen(true)}
            />
          )
        }
      />
      {open && kept.current && (
        <DrawDialog request={kept.request} result={kept.result} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
