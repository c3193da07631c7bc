import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import type { Override } from '../../../shared/model/scenario.ts';
import type { GoalAnswer } from '../../../shared/model/weight-analysis.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatSharePercent } from '../../../shared/text/numbers.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { jointOverrides } from './goal-lines.ts';
import { KeepAsScenario } from './KeepAsScenario.tsx';
import { useMeasures } from './use-measures.ts';

interface TogetherProps {
  readonly unit: UnitCode;
  readonly rank: number;
  readonly answer: GoalAnswer;
  readonly names: Names;
}

/** The least of several indicators together, or why there is none. */
export function Together({ unit, rank, answer, names }: TogetherProps) {
  const { t } = useTranslation('whatItTakes');
  const index = useWorkbook((state) => state.index);
  const measured = useMeasures();
  const { together, rankAtAllBest, steps } = answer;
  if (index === null) return null;
  if (together === null) {
    const reaches = rankAtAllBest > 0 && rankAtAllBest <= rank;
    return (
      <p className="takes-sentence">
        {reaches
          ? t('tooFew')
          : t(rankAtAllBest === 0 ? 'notEvenAllUnranked' : 'notEvenAll', {
              rank: rankAtAllBest,
            })}
      </p>
    );
  }
  if (together.moves.length === 0) return null;
  const overrides = jointOverrides(unit, together, steps, index);
  return (
    <section className="takes-together" aria-label={t('together')}>
      <div className="goal-head">
        <h3>{t('together')}</h3>
        <KeepAsScenario
          name={t('goalName', { unit: names.unit(unit), rank })}
          overrides={overrides as readonly Override[]}
          what={t('together')}
        />
      </div>
      <ul>
        {together.moves.map(({ indicator, from }, at) => {
          const definition = index.byCode.get(indicator)?.indicator ?? null;
          const to = overrides[at]?.value ?? null;
          if (definition === null || to === null) return null;
          return (
            <li key={indicator}>
              {t('move', {
                indicator: names.node(indicator),
                from: measured(indicator, definition, from),
                to: measured(indicator, definition, to),
              })}
            </li>
          );
        })}
      </ul>
      <p className="muted">
        {t(together.proved ? 'effortProved' : 'effortFound', {
          effort: formatSharePercent(together.effort),
        })}
      </p>
    </section>
  );
}
