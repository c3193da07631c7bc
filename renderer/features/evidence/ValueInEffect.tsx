import { useTranslation } from 'react-i18next';
import type { CellEvidence } from '../../../shared/contract/evidence-operations.ts';
import { formatCellValue, unitOfMeasureIn } from '../../../shared/text/units-of-measure.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import type { MeasuredIndicator } from './measured-cell.ts';

interface ValueInEffectProps {
  readonly evidence: CellEvidence;
  readonly indicator: MeasuredIndicator;
}

/** The one number of the cell, or what is missing and how to get it. */
export function ValueInEffect({ evidence, indicator }: ValueInEffectProps) {
  const { t } = useTranslation('evidence');
  const adopted = evidence.candidates.find((candidate) => candidate.adopted);
  const { override } = evidence;
  const value = override === null ? adopted?.observation.value : override.value;
  if (value !== undefined && value !== null) {
    return (
      <p className="evidence-value">
        <span className="visually-hidden">{t('value.title')}: </span>
        <Value value={value} indicator={indicator} />
      </p>
    );
  }
  if (override !== null) return <p className="evidence-missing">{t('value.emptied')}</p>;
  const unused = evidence.candidates.filter(
    ({ observation }) => observation.rejectedReason === null && !observation.evidenceOnly,
  ).length;
  return (
    <div className="evidence-missing">
      <p className="evidence-missing-title">{t('value.missing')}</p>
      <p>{unused === 0 ? t('value.missingNothing') : t('value.missingHint', { count: unused })}</p>
    </div>
  );
}

function Value({ value, indicator }: { value: number; indicator: MeasuredIndicator }) {
  const language = useLanguage();
  const { type } = indicator.definition;
  return (
    <>
      <strong>{formatCellValue(language, type, value)}</strong>
      {type !== 'boolean' && (
        <span className="measure">{unitOfMeasureIn(language, indicator.unitOfMeasure)}</span>
      )}
    </>
  );
}
