import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../shared/contract/evidence-operations.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { judgePeriod, parsePeriod, timeWindow } from '../../../shared/model/time-window.ts';
import { formatCellValue, unitOfMeasureIn } from '../../../shared/text/units-of-measure.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { CandidateActs } from './CandidateActs.tsx';
import type { MeasuredIndicator } from './measured-cell.ts';
import { momentIn } from '../../i18n/moment.ts';
import { SourceLink } from './SourceLink.tsx';

interface CandidateCardProps {
  readonly candidate: Candidate;
  readonly indicator: MeasuredIndicator;
}

/** One observation as it was found, with its standing and what can be done with it. */
export function CandidateCard({ candidate, indicator }: CandidateCardProps) {
  const { t } = useTranslation('evidence');
  const language = useLanguage();
  const { observation, source, adopted } = candidate;
  const { type } = indicator.definition;
  const standing = standingOf(observation, adopted);
  return (
    <li className={`evidence-candidate is-${standing}`}>
      <div className="evidence-candidate-head">
        <span className="evidence-candidate-value">
          <strong>{formatCellValue(language, type, observation.value)}</strong>
          {type !== 'boolean' && (
            <span className="measure">{unitOfMeasureIn(language, observation.unitOfMeasure)}</span>
          )}
        </span>
        <span className="evidence-standing">{t(`candidates.${standing}`)}</span>
        <span className="evidence-tags">
          <span className="evidence-tag">
            {t(`candidates.confidence.${observation.confidence}`)}
          </span>
          <span className="evidence-tag">
            {observation.fit === 'proxy' && <span className="mark-proxy" aria-hidden="true" />}
            {t(`candidates.fit.${observation.fit}`)}
          </span>
        </span>
      </div>
      <p className="evidence-when">
        {[observation.model, observation.asOf || t('candidates.noDate')]
          .filter((part) => part !== null)
          .join(' · ')}
        <Warnings observation={observation} indicator={indicator} />
      </p>
      {observation.note !== '' && <p className="evidence-note">{observation.note}</p>}
      <SourceLink source={source} />
      {observation.author !== null && (
        <p className="muted">
          {t('candidates.recordedBy', {
            author: observation.author,
            at: momentIn(language, observation.recordedAt),
          })}
        </p>
      )}
      {observation.rejectedReason !== null && (
        <p>{t('candidates.reason', { reason: observation.rejectedReason })}</p>
      )}
      <CandidateActs candidate={candidate} />
    </li>
  );
}

function standingOf(
  { rejectedReason, evidenceOnly }: Observation,
  adopted: boolean,
): 'adopted' | 'rejected' | 'evidenceOnly' | 'candidate' {
  if (adopted) return 'adopted';
  if (rejectedReason !== null) return 'rejected';
  return evidenceOnly ? 'evidenceOnly' : 'candidate';
}

/** What speaks against comparing it with the other values of the column. */
function Warnings({
  observation,
  indicator,
}: {
  observation: Observation;
  indicator: MeasuredIndicator;
}) {
  const { t } = useTranslation('evidence');
  const { timeRule } = indicator.definition;
  const outside =
    timeRule !== null &&
    judgePeriod(parsePeriod(observation.asOf), timeWindow(timeRule)) === 'outside';
  const otherUnit =
    observation.unitOfMeasure !== '' && observation.unitOfMeasure !== indicator.unitOfMeasure;
  return (
    <>
      {outside && (
        <span className="evidence-warning">
          <span className="mark-clock" aria-hidden="true" />
          {t('candidates.outsideWindow')}
        </span>
      )}
      {otherUnit && <span className="evidence-warning">{t('candidates.otherUnit')}</span>}
    </>
  );
}
