import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../../shared/model/ids.ts';
import type { RemoveOneRequest, RemoveOneResult } from '../../../../shared/model/one-at-a-time.ts';
import { formatScore, MISSING_MARK } from '../../../../shared/text/numbers.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { selectNode } from '../../../stores/selection-store.ts';
import { useWorkbook } from '../../../stores/workbook-store.ts';
import { CopyTable } from '../../../ui/CopyTable.tsx';
import { Swatch } from '../../../ui/Swatch.tsx';
import type { Kept } from '../analysis/analysis.ts';
import { removalRows } from './tornado-rows.ts';

interface RemovalsProps {
  readonly kept: Kept<RemoveOneRequest, RemoveOneResult>;
  readonly unit: UnitCode;
}

const MOST_ROWS = 12;

/** The remove-one test: the rank of a unit without each part of the framework. */
export function Removals({ kept, unit }: RemovalsProps) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const index = useWorkbook((state) => state.index);
  const { result } = kept;
  const rows = removalRows(result, unit);
  if (rows === null) return null;
  const nominal = result.nominalRank[result.units.indexOf(unit)] ?? 0;
  const changing = rows.filter(({ rank }) => rank !== nominal);
  return (
    <section aria-label={t('removal.title')}>
      <header className="section-head">
        <h3>{t('removal.title')}</h3>
        <CopyTable
          table={() => ({
            columns: [t('removal.without'), t('table.atThen'), t('removal.meanChange')],
            rows: rows.map((row) => [names.node(row.node), row.rank || null, row.meanRankChange]),
          })}
        />
      </header>
      {!kept.current && <p className="setup-warning">{t('stale')}</p>}
      <p className="setup-explanation">
        {t('removal.summary', {
          count: changing.length,
          total: rows.length,
          unit: names.unit(unit),
        })}
      </p>
      <table className="plain-table robustness-table">
        <thead>
          <tr>
            <th scope="col">{t('removal.without')}</th>
            <th scope="col" className="number">
              {t('table.atThen')}
            </th>
            <th scope="col" className="number">
              {t('removal.meanChange')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row) => (
            <tr key={row.node}>
              <th scope="row">
                <button type="button" className="plain-button" onClick={() => selectNode(row.node)}>
                  <Swatch dimension={index?.dimensionOf.get(row.node) ?? -1} />
                  <span>{names.node(row.node)}</span>
                </button>
              </th>
              <td className="number">
                {row.rank === nominal ? (
                  row.rank || MISSING_MARK
                ) : (
                  <strong>{row.rank || MISSING_MARK}</strong>
                )}
              </td>
              <td className="number">{formatScore(row.meanRankChange)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
