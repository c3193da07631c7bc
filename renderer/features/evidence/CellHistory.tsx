import { useTranslation } from 'react-i18next';
import type { CellChange } from '../../../shared/contract/evidence-operations.ts';
import { formatCellValue } from '../../../shared/text/units-of-measure.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import type { MeasuredIndicator } from './measured-cell.ts';
import { momentIn } from '../../i18n/moment.ts';

interface CellHistoryProps {
  readonly changes: readonly CellChange[];
  readonly indicator: MeasuredIndicator;
}

const KINDS = [
  'cells.edit',
  'observations.add',
  'observations.adopt',
  'observations.reject',
  'observations.restore',
  'scenarios.reset',
  'scenarios.create',
  'scenarios.duplicate',
  'history.undo',
  'history.redo',
] as const;

/** Who changed the value of the cell, when, and what it was before. */
export function CellHistory({ changes, indicator }: CellHistoryProps) {
  const { t } = useTranslation('evidence');
  const language = useLanguage();
  const { type } = indicator.definition;
  const inWords = (value: number | null) => formatCellValue(language, type, value ?? Number.NaN);
  // Several changes may share a moment; the list only grows at its beginning.
  const numbered = changes.map((change, place) => ({ change, number: changes.length - place }));
  return (
    <section className="evidence-section" aria-label={t('history.title')}>
      <h3>{t('history.title')}</h3>
      {changes.length === 0 ? (
        <p className="muted">{t('history.none')}</p>
      ) : (
        <ol className="evidence-history">
          {numbered.map(({ change, number }) => (
            <li key={number}>
              <span className="number">
                {t('history.change', {
                  before: inWords(change.before),
                  after: inWords(change.after),
                })}
              </span>{' '}
              {t(`history.kind.${KINDS.find((kind) => kind === change.kind) ?? 'other'}`)}
              <span className="muted">
                {[change.author, momentIn(language, change.at)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
