import { useTranslation } from 'react-i18next';
import {
  formatMeanRank,
  formatRankInterval,
  MISSING_MARK,
} from '../../../../shared/text/numbers.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { selectUnit, useSelection } from '../../../stores/selection-store.ts';
import type { MultiverseRow } from './multiverse-rows.ts';

interface MoversProps {
  readonly rows: readonly MultiverseRow[];
  readonly inWords: (row: MultiverseRow) => string;
}

/** For each unit the choice that moves it most. */
export function Movers({ rows, inWords }: MoversProps) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const selected = useSelection((state) => state.unit);
  return (
    <section aria-label={t('multiverse.movers')}>
      <header className="section-head">
        <h3>{t('multiverse.movers')}</h3>
      </header>
      <table className="plain-table robustness-table">
        <thead>
          <tr>
            <th scope="col">{t('table.unit')}</th>
            <th scope="col" className="number">
              {t('table.nominal')}
            </th>
            <th scope="col" className="number">
              {t('table.median')}
            </th>
            <th scope="col" className="number">
              {t('multiverse.range')}
            </th>
            <th scope="col">{t('multiverse.mover')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit} data-selected={row.unit === selected || undefined}>
              <th scope="row">
                <button type="button" className="plain-button" onClick={() => selectUnit(row.unit)}>
                  {names.unit(row.unit)}
                </button>
              </th>
              <td className="number">{row.nominal || MISSING_MARK}</td>
              <td className="number">{formatMeanRank(row.median)}</td>
              <td className="number">{formatRankInterval(row.best, row.worst)}</td>
              <td>{inWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
