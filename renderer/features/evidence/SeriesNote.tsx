import { useTranslation } from 'react-i18next';
import { seriesReasonInWords } from '../../../shared/text/series-reason.ts';
import { unitOfMeasureIn } from '../../../shared/text/units-of-measure.ts';
import { useLanguage, useNames } from '../../i18n/use-names.ts';
import type { MeasuredIndicator } from './measured-cell.ts';

/** How the indicator is really measured in this workbook, and why. */
export function SeriesNote({ indicator }: { indicator: MeasuredIndicator }) {
  const { t } = useTranslation('evidence');
  const language = useLanguage();
  const nameOf = useNames();
  const { series } = indicator;
  if (series === null) return null;
  return (
    <section className="evidence-section" aria-label={t('series.title')}>
      <h3>
        {t('series.title')}
        <span className="evidence-tag">
          {series.fit !== 'exact' && <span className="mark-proxy" aria-hidden="true" />}
          {t(`series.fit.${series.fit}`)}
        </span>
      </h3>
      <p>
        {nameOf(series.measuredAs)}
        <span className="measure">{unitOfMeasureIn(language, series.unitOfMeasure)}</span>
      </p>
      {series.reason !== '' && (
        <p className="muted">{seriesReasonInWords(language, series.reason)}</p>
      )}
    </section>
  );
}
