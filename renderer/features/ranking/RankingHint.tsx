import { useTranslation } from 'react-i18next';
import { useNames } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { formatPercent, formatScore } from '../../../shared/text/numbers.ts';
import { Swatch } from '../../ui/Swatch.tsx';
import { notSeparableFrom, type RankedRow } from './ranking-rows.ts';
import type { Ranking } from './use-ranking.ts';

/** The cells of a row about which there is more to say than fits. */
export type HintSubject = 'rank' | 'parts' | 'score' | 'coverage';

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
      return <PartsHint row={row} />;
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
  return (
    <>
      <p>
        <strong>{t(row.tied ? 'hint.tied' : 'hint.rank', { rank: row.rank })}</strong>
      </p>
      {row.plausible !== null && draws !== undefined && (
        <p>{t('hint.plausible', { ...row.plausible, draws })}</p>
      )}
      <p>{t('hint.certain', { best: row.best, worst: row.worst })}</p>
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

function PartsHint({ row }: { row: RankedRow }) {
  const { t } = useTranslation('ranking');
  const index = useWorkbook((state) => state.index);
  const nameIn = useNames();
  if (row.parts === null) return <p>{t('hint.notAdditive')}</p>;
  return (
    <table className="ranking-parts">
      <tbody>
        {row.parts.map(({ dimension, contribution }) => {
          const node = index?.dimensions[dimension];
          return (
            <tr key={dimension}>
              <td>
                <Swatch dimension={dimension} /> {node === undefined ? '' : nameIn(node.name)}
              </td>
              <td className="number">{formatScore(contribution)}</td>
            </tr>
          );
        })}
        <tr className="ranking-parts-sum">
          <td>{t('hint.sum')}</td>
          <td className="number">{formatScore(row.score)}</td>
        </tr>
      </tbody>
    </table>
  );
}
