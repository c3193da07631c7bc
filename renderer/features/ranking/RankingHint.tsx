import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatPercent,
  formatScore,
  formatSharePercent,
  MISSING_MARK,
} from '../../../shared/text/numbers.ts';
import { useScores } from '../../stores/score-store.ts';
import { notSeparableFrom, type RankedRow } from './ranking-rows.ts';
import { usePartNames } from './use-part-names.ts';
import type { Ranking } from './use-ranking.ts';
import { Prose } from '../../ui/Prose.tsx';

/** The cells of a row about which there is more to say than fits. */
export const HINT_SUBJECTS = ['rank', 'parts', 'score', 'coverage'] as const;
export type HintSubject = (typeof HINT_SUBJECTS)[number];

interface RankingHintProps {
  readonly subject: HintSubject;
  readonly row: RankedRow;
  readonly ranking: Ranking;
  readonly nameOf: (unit: RankedRow['unit']) => string;
}

const MOST_NAMES = 3;

/** What the pointer asks about a cell of a ranked unit. */
export function RankingHint({ subject, row, ranking, nameOf }: RankingHintProps) {
  const { t } = useTranslation('ranking');
  switch (subject) {
    case 'rank':
      return <RankHint row={row} ranking={ranking} nameOf={nameOf} />;
    case 'parts':
      return <PartsHint row={row} ranking={ranking} />;
    case 'score':
      return (
        <p>{t('hint.scoreInterval', { low: formatScore(row.low), high: formatScore(row.high) })}</p>
      );
    case 'coverage':
      return <p>{t('hint.coverage', { coverage: formatPercent(row.coverage) })}</p>;
  }
}

function RankHint({ row, ranking, nameOf }: Omit<RankingHintProps, 'subject'>) {
  const { t } = useTranslation('ranking');
  const open = notSeparableFrom(row, ranking.ranked, ranking.result);
  const names = open
    .slice(0, MOST_NAMES)
    .map(({ unit }) => nameOf(unit))
    .join(t('listComma'));
  const draws = ranking.result.plausible?.draws;
  // A preview draws nothing; what the committed scores lack is lacking altogether.
  const notDrawn = useScores((state) => state.committed?.plausible === null);
  return (
    <>
      <p>
        <strong>{t(row.tied ? 'hint.tied' : 'hint.rank', { rank: row.rank })}</strong>
      </p>
      {row.plausible !== null && draws !== undefined && (
        <p>
          <Prose>{t('hint.plausible', { ...row.plausible, draws })}</Prose>
        </p>
      )}
      {notDrawn && <p>{t('hint.notDrawn')}</p>}
      <p>
        <Prose>{t('hint.certain', { best: row.best, worst: row.worst })}</Prose>
      </p>
      <p>
        {open.length === 0
          ? t('hint.separable')
          : open.length > MOST_NAMES
            ? t('hint.notSeparableMany', { names, count: open.length })
            : t('hint.notSeparable', { names, count: open.length })}
      </p>
    </>
  );
}

function PartsHint({ row, ranking }: { row: RankedRow; ranking: Ranking }) {
  const { t } = useTranslation('ranking');
  const names = usePartNames(ranking.breakdown);
  if (row.parts === null) return <p>{t('hint.notAdditive')}</p>;
  const shareOf = (contribution: number) =>
    row.score === 0 ? '' : formatSharePercent(contribution / row.score);
  return (
    <table className="ranking-parts">
      <thead>
        <tr>
          <th scope="col">{t('hint.part')}</th>
          <th scope="col" className="number">
            {t('hint.contribution')}
          </th>
          <th scope="col" className="number">
            {t('hint.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {row.parts.map(({ part, contribution, missing }) => (
          <tr key={part}>
            <td>
              <span
                className="swatch"
                style={{ '--swatch': ranking.breakdown.parts[part]?.colour } as CSSProperties}
              />{' '}
              {names[part]}
            </td>
            <td className="number">{missing ? MISSING_MARK : formatScore(contribution)}</td>
            <td className="number">{missing ? '' : shareOf(contribution)}</td>
          </tr>
        ))}
        <tr className="ranking-parts-sum">
          <td>{t('hint.sum')}</td>
          <td className="number">{formatScore(row.score)}</td>
          <td aria-label={t('hint.share')} />
        </tr>
      </tbody>
    </table>
  );
}
