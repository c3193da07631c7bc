import { useScenarioNames } from '../../../i18n/use-scenario-names.ts';
import { Button, ProgressBar } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../../../shared/text/numbers.ts';
import { useSelection } from '../../../stores/selection-store.ts';
import { ControlError } from '../../../ui/ControlError.tsx';
import type { Analysis, Running } from './analysis.ts';

interface RunControlProps<Request, Result> {
  readonly analysis: Analysis<Request, Result>;
  readonly label: string;
  /** Why it cannot run; null: it can. */
  readonly disabledBecause: string | null;
  /** What is done so far, in words; left out: the share of the whole. */
  readonly progress?: (running: Running<Request>) => string;
  readonly onRun: () => void;
  /** Left out: stops the analysis. */
  readonly onCancel?: () => void;
}

/** The button that runs an analysis; while it runs, how far it is, of which scenario, and the way to stop it. */
export function RunControl<Request, Result>(props: RunControlProps<Request, Result>) {
  const { analysis, label, disabledBecause, onRun, onCancel = analysis.stop } = props;
  const { t } = useTranslation('robustness');
  const { t: common } = useTranslation('common');
  const { kept, running, error, cancelled } = analysis.use();
  const shareDone = ({ fraction }: Running<Request>) =>
    t('progress.share', { share: formatPercent(fraction) });
  const { progress = shareDone } = props;
  const left = running?.secondsLeft ?? null;
  const nameOf = useScenarioNames();
  const selected = useSelection((state) => state.scenario);
  return (
    <div className="run-control">
      {running === null ? (
        <Button
          fill
          intent="primary"
          text={label}
          disabled={disabledBecause !== null}
          onClick={onRun}
        />
      ) : (
        <>
          <div className="run-progress">
            <ProgressBar
              aria-label={label}
              stripes={false}
              value={Math.max(running.fraction, 0.02)}
            />
            <Button size="small" text={common('cancel')} onClick={onCancel} />
          </div>
          <p className="setup-explanation number-words">
            {running.scenario !== selected && (
              <>{t('progress.ofScenario', { scenario: nameOf(running.scenario) })} · </>
            )}
            {progress(running)}
            {left !== null && <> · {t('progress.left', { count: left })}</>}
          </p>
        </>
      )}
      {disabledBecause !== null && <p className="setup-explanation">{disabledBecause}</p>}
      <div role="status">
        {cancelled && (
          <p className="setup-explanation">
            {t(kept === null ? 'cancelledWithoutResult' : 'cancelled')}
          </p>
        )}
      </div>
      <ControlError error={error} onDismiss={analysis.dismissError} />
    </div>
  );
}
