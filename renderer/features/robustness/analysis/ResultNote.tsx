import { Button } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';

interface ResultNoteProps {
  /** What was varied, how often, from which seed, in which scenario. */
  readonly statement: string;
  readonly current: boolean;
  /** null: it is running already. */
  readonly onRunAgain: (() => void) | null;
}

/** Below every result: what it is the result of, and whether it still is one of the inputs of now. */
export function ResultNote({ statement, current, onRunAgain }: ResultNoteProps) {
  const { t } = useTranslation('robustness');
  return (
    <div className="result-note">
      <div role="status">
        {!current && (
          <div className="stale-note">
            <span>{t('stale')}</span>
            {onRunAgain !== null && (
              <Button size="small" text={t('runAgain')} onClick={onRunAgain} />
            )}
          </div>
        )}
      </div>
      <p>{statement}</p>
    </div>
  );
}
