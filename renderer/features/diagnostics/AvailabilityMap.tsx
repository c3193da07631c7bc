import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagnosis } from '../../../shared/model/diagnosis.ts';
import { formatPercent } from '../../../shared/text/numbers.ts';
import { Chart } from '../../charts/Chart.tsx';
import { useChartColours } from '../../charts/colours.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { shortNumber } from '../grid/short-number.ts';
import { type MatrixCell, matrixOption } from '../../charts/matrix-option.ts';
import { openCell } from './open-cells.ts';
import { useDimensionStarts } from './use-dimension-starts.ts';

const ROW_HEIGHT = 20;
const HEAD_HEIGHT = 48;
/** Very many units share this height: what comes below the map stays within reach, and the canvas within bounds. */
const MOST_HEIGHT = 2400;
const NO_STARTS: ReadonlySet<number> = new Set();

/** Which unit has a value on which indicator; a cell leads to its evidence. */
export function AvailabilityMap({ diagnosis }: { diagnosis: Diagnosis }) {
  const { t } = useTranslation('diagnostics');
  const names = useWorkbookNames();
  const colours = useChartColours();
  const { units, indicators, values } = diagnosis;
  const codes = useMemo(() => indicators.map(({ node }) => node), [indicators]);
  const starts = useDimensionStarts(codes);
  const cells = useMemo(
    () =>
      units.flatMap((_, row) =>
        indicators.map((__, column): MatrixCell => {
          const isPresent = !Number.isNaN(values[column * units.length + row]);
          return { row, column, fill: isPresent ? colours.accentSoft : null, text: '' };
        }),
      ),
    [units, indicators, values, colours],
  );
  const option = useMemo(
    () =>
      matrixOption(
        {
          rows: units.map((each) => `${names.unit(each.unit)}  ${formatPercent(each.indicators)}`),
          columns: indicators.map(
            ({ present }, at) => `${at + 1}\n${formatPercent(present / units.length)}`,
          ),
          cells,
          rowStarts: NO_STARTS,
          columnStarts: starts,
          labelWidth: 168,
          tooltip: ({ row, column }) => {
            const value = values[column * units.length + row] ?? NaN;
            return t('availability.tooltip', {
              unit: names.unit(units[row]!.unit),
              indicator: names.node(codes[column]!),
              state: Number.isNaN(value) ? t('availability.missing') : shortNumber(value),
            });
          },
        },
        colours,
      ),
    [units, indicators, values, codes, names, cells, starts, colours, t],
  );
  const present = indicators.reduce((sum, each) => sum + each.present, 0);
  return (
    <section className="diagnostics-section">
      <Chart
        title={t('availability.title')}
        summary={t('availability.summary', {
          units: units.length,
          indicators: indicators.length,
          present,
          missing: units.length * indicators.length - present,
        })}
        option={option}
        height={HEAD_HEIGHT + Math.min(MOST_HEIGHT, units.length * ROW_HEIGHT)}
        table={{
          columns: [
            t('availability.column.unit'),
            t('availability.column.indicators'),
            t('availability.column.coverage'),
            ...codes.map((code) => names.node(code)),
          ],
          rows: [
            [
              t('availability.shareOfUnits'),
              null,
              null,
              ...indicators.map((each) => each.present / units.length),
            ],
            ...units.map((each, row) => [
              names.unit(each.unit),
              each.indicators,
              each.coverage,
              ...codes.map((_, column) => values[column * units.length + row] ?? null),
            ]),
          ],
        }}
        onSelect={({ dataIndex }) => {
          const cell = cells[dataIndex];
          const [unit, code] = [units[cell?.row ?? -1], codes[cell?.column ?? -1]];
          if (unit !== undefined && code !== undefined) openCell(unit.unit, code);
        }}
      />
      <p className="diagnostics-hint">{t('availability.legend')}</p>
    </section>
  );
}
