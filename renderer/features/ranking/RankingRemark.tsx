import { useTranslation } from 'react-i18next';
import { BASELINE } from '../../../shared/model/ids.ts';
import { useScores } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';

/** Says what the thin lines are and what the movements are against. */
export function RankingRemark() {
  const { t } = useTranslation('ranking');
  const inBaseline = useSelection((state) => state.scenario === BASELINE);
  const dragging = useScores((state) => state.preview !== null);
  return (
    <span className="ranking-remark">
      {!inBaseline && <span>{t('remark.againstBaseline')}</span>}
      {inBaseline && dragging && <span>{t('remark.againstBeforeDrag')}</span>}
      <span>{t('remark.interval')}</span>
    </span>
  );
}
