import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import { viewResult } from '../../../shared/model/result-view.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { formatScore, MISSING_MARK } from '../../../shared/text/numbers.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { selectUnit, useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { CopyTable } from '../../ui/CopyTable.tsx';

interface RankEffectProps {
  /** null: the method in force gives no scores. */
  readonly before: ScoringResult | null;
  readonly after: ScoringResult;
}

interface UnitMove {
  readonly unit: UnitCode;
  readonly name: string;
  /** 0: not ranked. */
  readonly rankBefore: number;
  readonly rankAfter: number;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
}

/** The ranks that a draft moves, before and after; the units that stay are in the copied table. */
export function RankEffect({ before, after }: RankEffectProps) {
  const { t } = useTranslation('method');
  const moves = useMoves(before, after);
  const selected = useSelection((state) => state.unit);
  const moved = moves.filter(({ rankBefore, rankAfter }) => rankBefore !== rankAfter);
  const columns = [
    t('column.unit'),
    t('column.rankBefore'),
    t('column.rankAfter'),
    t('column.scoreBefore'),
    t('column.scoreAfter'),
  ];
  return (
    <>
      <div className="method-effect-head">
        <p>
          {before === null
            ? t('effectWithout')
            : moved.length === 0
              ? t('effectNone')
              : t('effectCount', { count: moved.length, total: moves.length })}
        </p>
        <CopyTable
          table={() => ({
            columns,
            rows: moves.map((move) => [
              move.name,
              move.rankBefore || null,
              move.rankAfter || null,
              move.scoreBefore,
              move.scoreAfter,
            ]),
          })}
        />
      </div>
      {moved.length > 0 && (
        <table className="plain-table method-table">
          <thead>
            <tr>
              <th scope="col">{t('column.unit')}</th>
              <th scope="col" className="number">
                {t('column.rank')}
              </th>
              <th scope="col" className="number">
                {t('column.score')}
              </th>
            </tr>
          </thead>
          <tbody>
            {moved.map((move) => (
              <tr
                key={move.unit}
                className={move.unit === selected ? 'method-selected' : undefined}
              >
                <th scope="row">
                  <button type="button" onClick={() => selectUnit(move.unit)}>
                    {move.name}
                  </button>
                </th>
                <td className={`number ${directionOf(move)}`}>
                  {rankText(move.rankBefore)} → <strong>{rankText(move.rankAfter)}</strong>
                </td>
                <td className="number">
                  <span className="muted">{formatScore(move.scoreBefore)} →</span>{' '}
                  {formatScore(move.scoreAfter)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function rankText(rank: number): string {
  return rank === 0 ? MISSING_MARK : `${rank}`;
}

function directionOf({ rankBefore, rankAfter }: UnitMove): string {
  const place = (rank: number) => (rank === 0 ? Infinity : rank);
  return place(rankAfter) < place(rankBefore) ? 'method-up' : 'method-down';
}

/** Every unit, in the order of its rank after. */
function useMoves(before: ScoringResult | null, after: ScoringResult): readonly UnitMove[] {
  const unitByCode = useWorkbook((state) => state.unitByCode);
  const language = useLanguage();
  return useMemo(() => {
    const was = before === null ? null : viewResult(before);
    const is = viewResult(after);
    return [...is.ranked, ...is.notRanked].map((unit) => {
      const found = unitByCode.get(unit);
      const [then, now] = [was?.unitPosition(unit) ?? -1, is.unitPosition(unit)];
      return {
        unit,
        name: found === undefined ? unit : nameIn(language, found.name),
        rankBefore: before?.rank[then] ?? 0,
        rankAfter: after.rank[now] ?? 0,
        scoreBefore: before?.score[then] ?? NaN,
        scoreAfter: after.score[now] ?? NaN,
      };
    });
  }, [before, after, unitByCode, language]);
}
