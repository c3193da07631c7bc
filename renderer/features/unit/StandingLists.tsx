import { useTranslation } from 'react-i18next';
import {
  advantage,
  type NodeStanding,
  type UnitProfile,
} from '../../../shared/model/unit-profile.ts';
import { formatScore, formatScoreDifference } from '../../../shared/text/numbers.ts';
import { useNames } from '../../i18n/use-names.ts';
import { selectCell } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { NameWithSwatch } from '../../ui/Swatch.tsx';

/** More would not be read. */
const MOST_LINES = 5;

/** What the unit is good at and what holds it back, side by side. */
export function StandingLists({ profile }: { profile: UnitProfile }) {
  const { t } = useTranslation('unit');
  return (
    <div className="unit-standings">
      <StandingList
        title={t('strengths')}
        nothing={t('noStrengths')}
        standings={profile.strengths}
        profile={profile}
      />
      <StandingList
        title={t('weaknesses')}
        nothing={t('noWeaknesses')}
        standings={profile.weaknesses}
        profile={profile}
      />
    </div>
  );
}

interface StandingListProps {
  readonly title: string;
  readonly nothing: string;
  readonly standings: readonly NodeStanding[];
  readonly profile: UnitProfile;
}

function StandingList({ title, nothing, standings, profile }: StandingListProps) {
  const { t } = useTranslation('unit');
  const index = useWorkbook((state) => state.index);
  const nameIn = useNames();
  return (
    <section className="unit-section" aria-label={title}>
      <h3>{title}</h3>
      {standings.length === 0 && <p className="muted">{nothing}</p>}
      <ul className="unit-lines">
        {standings.slice(0, MOST_LINES).map((standing) => {
          const node = index?.byCode.get(standing.node);
          const points = formatScoreDifference(advantage(standing));
          return (
            <li key={standing.node}>
              <button
                type="button"
                className="unit-line"
                onClick={() => selectCell(profile.unit, standing.node)}
              >
                <NameWithSwatch dimension={index?.dimensionOf.get(standing.node) ?? 0}>
                  {node === undefined ? standing.node : nameIn(node.name)}
                </NameWithSwatch>
                <span className="muted">
                  {t('against', {
                    value: formatScore(standing.value),
                    median: formatScore(standing.medianOfOthers),
                  })}
                </span>
                <span className="unit-line-points number" title={t('advantage', { points })}>
                  {points}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
