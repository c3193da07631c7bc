import { useTranslation } from 'react-i18next';
import type { CellEvidence } from '../../../shared/contract/evidence-operations.ts';
import { CandidateCard } from './CandidateCard.tsx';
import type { MeasuredIndicator } from './measured-cell.ts';

interface CandidateListProps {
  readonly evidence: CellEvidence;
  readonly indicator: MeasuredIndicator;
}

/** Everything that was found for the cell, the adopted one first. */
export function CandidateList({ evidence, indicator }: CandidateListProps) {
  const { t } = useTranslation('evidence');
  const { candidates } = evidence;
  return (
    <section className="evidence-section" aria-label={t('candidates.title')}>
      <h3>
        {t('candidates.title')}{' '}
        <span className="muted">{t('candidates.count', { count: candidates.length })}</span>
      </h3>
      {candidates.length === 0 ? (
        <p className="muted">{t('candidates.none')}</p>
      ) : (
        <ul className="evidence-candidates">
          {candidates.map((candidate) => (
            <CandidateCard
              key={candidate.observation.id}
              candidate={candidate}
              indicator={indicator}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
