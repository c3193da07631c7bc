import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  UncertaintyRequest,
  UncertaintyResult,
} from '../../../../shared/model/uncertainty.ts';
import { formatMeanRank, formatPercent, formatScore } from '../../../../shared/text/numbers.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { uncertainty } from '../analysis/analyses.ts';
import type { Kept } from '../analysis/analysis.ts';
import { NoResult } from '../analysis/NoResult.tsx';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { DrawsNote } from '../ranks/DrawsNote.tsx';
import { likeliestRank, type RankRow, rankRows } from '../ranks/rank-table.ts';
import '../robustness.css';
import { CentralWeights } from './CentralWeights.tsx';
import { RankDistribution } from './RankDistribution.tsx';
import { useRobustUnit } from './use-robust-unit.ts';
import { Prose } from '../../../ui/Prose.tsx';

/** One unit over the draws: how its rank is distributed, and with which weights it wins. */
export function UnitRobustnessPanel() {
  const { t } = useTranslation('robustness');
  const { kept } = useAnalysis(uncertainty);
  if (kept === null) return <NoResult title={t('unit.title')}>{t('unit.empty')}</NoResult>;
  return <OfUnit kept={kept} />;
}

function OfUnit({ kept }: { kept: Kept<UncertaintyRequest, UncertaintyResult> }) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const { result, request } = kept;
  const rows = useMemo(() => rankRows(result), [result]);
  const unit = useRobustUnit();
  const row = rows.find((each) => each.unit === unit);
  if (unit === null) return <NoResult title={t('unit.title')}>{t('noRanked')}</NoResult>;
  if (row === undefined) {
    return (
      <NoResult title={names.unit(unit)}>
        {t('unit.notRanked', { unit: names.unit(unit) })}
      </NoResult>
    );
  }
  return (
    <div className="panel robustness-result">
      <div className="result-body">
        <RankSentence row={row} />
        <RankDistribution row={row} />
        <CentralWeights result={result} row={row} drawn={request.sources.weights !== null} />
      </div>
      <DrawsNote kept={kept} />
    </div>
  );
}

/** The rank over the draws in a sentence. */
function RankSentence({ row }: { row: RankRow }) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const likeliest = likeliestRank(row);
  const unit = names.unit(row.unit);
  return (
    <p className="result-summary">
      <Prose>
        {likeliest === null
          ? t('unit.never', { unit })
          : t('unit.sentence', {
              unit,
              nominal: row.nominal,
              mean: formatScore(row.mean),
              median: formatMeanRank(row.median),
              low: formatMeanRank(row.rank5),
              high: formatMeanRank(row.rank95),
              likeliest: likeliest.rank,
              share: formatPercent(likeliest.share),
            })}
      </Prose>
    </p>
  );
}
