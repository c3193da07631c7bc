import { useTranslation } from 'react-i18next';
import { multiverse } from '../analysis/analyses.ts';
import { NoResult } from '../analysis/NoResult.tsx';
import { useAnalysis } from '../analysis/use-analysis.ts';
import '../robustness.css';
import { RunMultiverse } from './RunMultiverse.tsx';
import { MultiverseRanks } from './MultiverseRanks.tsx';

/** The ranking under every combination of the method choices that are ticked. */
export function MultiversePanel() {
  const { t } = useTranslation('robustness');
  const { kept } = useAnalysis(multiverse);
  return (
    <div className="panel robustness-result">
      <RunMultiverse hasResult={kept !== null} />
      {kept === null ? (
        <NoResult title={t('multiverse.title')}>{t('multiverse.empty')}</NoResult>
      ) : (
        <MultiverseRanks kept={kept} />
      )}
    </div>
  );
}
