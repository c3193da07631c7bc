import { useTranslation } from 'react-i18next';
import type { Diagnosis, IndicatorDistribution } from '../../../shared/model/diagnosis.ts';
import type { Treatment } from '../../../shared/model/method.ts';
import { formatValue } from '../../../shared/text/numbers.ts';
import { hasLines, Strip } from '../../charts/Strip.tsx';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { selectUnit, useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { CopyTable } from '../../ui/CopyTable.tsx';
import { NameWithSwatch } from '../../ui/Swatch.tsx';
import { shortNumber } from '../grid/short-number.ts';
import { formatCorrelation } from './correlation-format.ts';
import { openCell, openColumn } from './open-cells.ts';

const STATISTICS = [
  'present',
  'missing',
  'lowest',
  'quartile1',
  'median',
  'quartile3',
  'highest',
  'mean',
  'standardDeviation',
  'skew',
  'kurtosis',
] as const satisfies readonly (keyof IndicatorDistribution)[];

interface DistributionTableProps {
  readonly diagnosis: Diagnosis;
  readonly limits: Pick<Treatment, 'skewLimit' | 'kurtosisLimit'>;
}

/** How the raw values of every indicator are spread, with the units that lie far out. */
export function DistributionTable({ diagnosis, limits }: DistributionTableProps) {
  const { t } = useTranslation('diagnostics');
  const names = useWorkbookNames();
  const { indicators } = diagnosis;
  return (
    <section className="diagnostics-section" aria-label={t('distribution.title')}>
      <header className="diagnostics-section-head">
        <h3>{t('distribution.title')}</h3>
        <CopyTable
          table={() => ({
            columns: [
              t('distribution.column.indicator'),
              ...STATISTICS.map((name) => t(`distribution.column.${name}`)),
              t('distribution.column.outliers'),
            ],
            rows: indicators.map((each) => [
              names.node(each.node),
              ...STATISTICS.map((name) => each[name]),
              each.outliers.length,
            ]),
          })}
        />
      </header>
      <p className="diagnostics-hint">
        {t(hasLines(diagnosis.units.length) ? 'distribution.hint' : 'distribution.hintMany', {
          skew: formatValue(limits.skewLimit),
          kurtosis: formatValue(limits.kurtosisLimit),
        })}
      </p>
      <table className="plain-table diagnostics-table diagnostics-distributions">
        <thead>
          <tr>
            <th scope="col">{t('distribution.column.indicator')}</th>
            <th scope="col" className="number">
              {t('distribution.column.present')}
            </th>
            <th scope="col">{t('distribution.column.values')}</th>
            <th scope="col" className="number">
              {t('distribution.column.median')}
            </th>
            <th scope="col" className="number">
              {t('distribution.column.skew')}
            </th>
            <th scope="col" className="number">
              {t('distribution.column.kurtosis')}
            </th>
            <th scope="col">{t('distribution.column.outliers')}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((each, at) => (
            <DistributionRow
              key={each.node}
              distribution={each}
              position={at}
              diagnosis={diagnosis}
              limits={limits}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DistributionRowProps extends DistributionTableProps {
  readonly distribution: IndicatorDistribution;
  readonly position: number;
}

function DistributionRow({ distribution, position, diagnosis, limits }: DistributionRowProps) {
  const { t } = useTranslation('diagnostics');
  const names = useWorkbookNames();
  const index = useWorkbook((state) => state.index);
  const selected = useSelection((state) => state.unit);
  const { node, present, lowest, highest, median, skew, kurtosis, outliers } = distribution;
  const units = diagnosis.units.map(({ unit }) => unit);
  const values = diagnosis.values.subarray(position * units.length, (position + 1) * units.length);
  const indicator = names.node(node);
  const isLongTailed = Math.abs(skew) >= limits.skewLimit && kurtosis >= limits.kurtosisLimit;
  const shape = isLongTailed ? 'number diagnostics-flagged' : 'number';
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          aria-label={t('distribution.openColumn', { indicator })}
          onClick={() => openColumn(node)}
        >
          <NameWithSwatch dimension={index?.dimensionOf.get(node) ?? 0}>{indicator}</NameWithSwatch>
        </button>
      </th>
      <td className="number">{present}</td>
      <td>
        <Strip
          label={
            present === 0
              ? t('distribution.stripNone', { indicator })
              : t('distribution.strip', {
                  indicator,
                  count: present,
                  low: shortNumber(lowest),
                  high: shortNumber(highest),
                  median: shortNumber(median),
                })
          }
          values={values}
          marked={selected === null ? -1 : units.indexOf(selected)}
          flagged={new Set(outliers.map((unit) => units.indexOf(unit)))}
          onSelect={(at) => selectUnit(units[at] ?? null)}
        />
      </td>
      <td className="number">{shortNumber(median)}</td>
      <td className={shape}>{formatCorrelation(skew)}</td>
      <td className={shape}>{formatCorrelation(kurtosis)}</td>
      <td className="diagnostics-outliers">
        {outliers.map((unit) => (
          <button
            type="button"
            key={unit}
            aria-label={t('distribution.openCell', { unit: names.unit(unit), indicator })}
            onClick={() => openCell(unit, node)}
          >
            {names.unit(unit)}
          </button>
        ))}
      </td>
    </tr>
  );
}
