import { useTranslation } from 'react-i18next';
import { BASELINE } from '../../../shared/model/ids.ts';
import { useScores } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useRankingMemory } from './ranking-memory.ts';

/** Says what the movements are against. */
export function RankingRemark() {
  const { t } = useTranslation('ranking');
  const inBaseline = useSelection((state) => state.scenario === BASELINE);
  const dragging = useScores((state) => state.preview !== null);
  const { order } = useRankingMemory();
  const against =
    order === 'pinned'
      ? t('remark.againstPinned')
      : dragging && (inBaseline || order === 'release')
        ? t('remark.againstBeforeDrag')
        : inBaseline
          ? null
          : t('remark.againstBaseline');
  return against === null ? null : (
    <span className="ranking-remark" title={against}>
      {against}
    </span>
  );
}
