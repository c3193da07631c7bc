import { SegmentedControl } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import { useScores } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { Failed, Loading, Placeholder } from '../../ui/Placeholder.tsx';
import { unitToExplain, useResultView } from '../comparison/use-comparison.ts';
import { LeastFlip } from './LeastFlip.tsx';
import { RankGoal } from './RankGoal.tsx';
import { askQuestion, type Question, QUESTIONS, useQuestion } from './what-it-takes-store.ts';
import './what-it-takes.css';

/** What would have to change for a unit to reach a rank, or for two units to change places. */
export function WhatItTakesPanel() {
  const { t } = useTranslation('whatItTakes');
  const view = useResultView();
  const error = useScores((state) => state.error);
  const selected = useSelection((state) => state.unit);
  const question = useQuestion((state) => state.question);
  if (error !== null && view === null) return <Failed error={error} />;
  if (view === null) return <Loading />;
  const unit = unitToExplain(view, selected) ?? view.notRanked[0] ?? null;
  if (unit === null || view.ranked.length + view.notRanked.length < 2) {
    return (
      <Placeholder>
        <p>{t('alone')}</p>
      </Placeholder>
    );
  }
  return (
    <div className="panel panel-scroll what-it-takes">
      <SegmentedControl
        size="small"
        fill
        aria-label={t('question')}
        value={question}
        onValueChange={(value) => askQuestion(value as Question)}
        options={QUESTIONS.map((value) => ({ value, label: t(`ask.${value}`) }))}
      />
      {question === 'goal' ? (
        <RankGoal key={unit} unit={unit} view={view} />
      ) : (
        <LeastFlip key={unit} unit={unit} view={view} />
      )}
    </div>
  );
}
