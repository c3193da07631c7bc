import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { viewResult } from '../../../shared/model/result-view.ts';
import { formatScore, formatScoreDifference } from '../../../shared/text/numbers.ts';
import { rankChangeInWords } from '../../../shared/text/rank-change-in-words.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { useCalmScores } from '../../stores/calm-scores.ts';
import { useScores } from '../../stores/score-store.ts';
import { selectUnit } from '../../stores/selection-store.ts';

/** What the scenario does to the ranking: every change of rank in words, with the scores before and after. */
export function RankMoves() {
  const { t } = useTranslation('scenarios');
  const shown = useCalmScores();
  const before = useScores((state) => state.baseline);
  const names = useWorkbookNames();
  const moves = useMemo(() => {
    if (shown === null || before === null) return null;
    const [baseline, scenario] = [viewResult(before), viewResult(shown)];
    return [...scenario.ranked, ...scenario.notRanked].flatMap((unit) => {
      const sentence = rankChangeInWords(unit, baseline, scenario, names);
      if (sentence === null) return [];
      const was = before.score[baseline.unitPosition(unit)] ?? NaN;
      const is = shown.score[scenario.unitPosition(unit)] ?? NaN;
      return [{ unit, sentence, is, change: is - was }];
    });
  }, [shown, before, names]);
  if (moves === null) return null;
  return (
    <section className="scenario-section" aria-label={t('moves')}>
      <h3>{t('moves')}</h3>
      {moves.length === 0 && <p className="muted">{t('noMoves')}</p>}
      <ul className="rank-moves">
        {moves.map(({ unit, sentence, is, change }) => (
          <li key={unit}>
            <button type="button" onClick={() => selectUnit(unit)}>
              <span>{sentence}</span>
              <span className="number">{formatScore(is)}</span>
              <span className="number muted">{formatScoreDifference(change)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
