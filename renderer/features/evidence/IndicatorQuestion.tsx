import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPoints, formatValue } from '../../../shared/text/numbers.ts';
import { unitOfMeasureIn } from '../../../shared/text/units-of-measure.ts';
import { useLanguage, useNames } from '../../i18n/use-names.ts';
import { useCalmScores } from '../../stores/calm-scores.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import type { MeasuredIndicator } from './measured-cell.ts';

/** What the framework asks for, and which of it is our own decision. */
export function IndicatorQuestion({ indicator }: { indicator: MeasuredIndicator }) {
  const { t } = useTranslation('evidence');
  const language = useLanguage();
  const { definition, node } = indicator;
  const points = usePoints(indicator);
  return (
    <section className="evidence-section" aria-label={t('question.title')}>
      <h3>{t('question.title')}</h3>
      <dl className="evidence-facts">
        <Fact label={t('question.unit')}>
          {unitOfMeasureIn(language, definition.unitOfMeasure) || t('question.plainNumber')}
        </Fact>
        <Fact label={t('question.type')}>
          {t(`question.types.${definition.type}`)} ·{' '}
          {definition.direction === 1 ? t('question.higher') : t('question.lower')}
          {definition.transform === 'log10' && ` · ${t('question.log')}`}
        </Fact>
        <Fact label={t('question.time')}>
          {definition.timeRule ?? t('question.noTime')}
          {definition.timeRuleBasis !== null && (
            <span className="evidence-basis">
              {t(`question.basis.${definition.timeRuleBasis}`)}
            </span>
          )}
        </Fact>
        {definition.goalposts !== null && (
          <Fact label={t('question.scale')}>
            {formatValue(definition.goalposts.lower)}–{formatValue(definition.goalposts.upper)}
          </Fact>
        )}
        {points !== null && (
          <Fact label={t('question.points')}>
            {t('question.pointsOf', { points: formatPoints(points) })}
          </Fact>
        )}
      </dl>
      <AssumptionText code={node.code} />
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What the published system leaves open about the indicator and was decided here. */
function AssumptionText({ code }: { code: string }) {
  const { t } = useTranslation('evidence');
  const nameOf = useNames();
  const assumption = useWorkbook((state) =>
    state.framework?.assumptions.find((each) => each.code === code),
  );
  if (assumption === undefined) return null;
  return (
    <details className="evidence-assumption">
      <summary>{t('question.assumption')}</summary>
      <p>{nameOf(assumption.text)}</p>
    </details>
  );
}

/** Weight in points of the index, as it is in the scenario shown. */
function usePoints({ node }: MeasuredIndicator): number | null {
  const scores = useCalmScores();
  const place = scores?.nodes.indexOf(node.code) ?? -1;
  const weight = scores?.effectiveWeight[place];
  return weight === undefined ? null : weight * 100;
}
