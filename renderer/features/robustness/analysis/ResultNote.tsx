import { Button } from '@blueprintjs/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Analysis, Kept } from './analysis.ts';
import { Prose } from '../../../ui/Prose.tsx';

interface ResultNoteProps<Request, Result> {
  readonly analysis: Analysis<Request, Result>;
  readonly kept: Kept<Request, Result>;
  /** What was varied, how often, from which seed, in which scenario. */
  readonly statement: string;
  /** Left out: asks the analysis the same again. */
  readonly onRunAgain?: () => void;
  /** What else can be asked of the result. */
  readonly act?: ReactNode;
}

/** Below every result: what it is the result of, and whether it still is one of the inputs of now. */
export function ResultNote<Request, Result>(props: ResultNoteProps<Request, Result>) {
  const {
    analysis,
    kept,
    statement,
    act,
    onRunAgain = () => void analysis.run(kept.request),
  } = props;
  const { t } = useTranslation('robustness');
  const isRunning = analysis.use((state) => state.running !== null);
  return (
    <div className="result-note">
      <div role="status">
        {!kept.current && (
          <div className="stale-note">
            <span>{t('stale')}</span>
            {!isRunning && <Button size="small" text={t('runAgain')} onClick={onRunAgain} />}
          </div>
        )}
      </div>
      <p>
        <Prose>{statement}</Prose>
        {act}
      </p>
    </div>
  );
}
