import { Button } from '@blueprintjs/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagnosis } from '../../../shared/model/diagnosis.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { Chart } from '../../charts/Chart.tsx';
import { type ChartColours, useChartColours } from '../../charts/colours.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { formatCorrelation, LEAST_COMMON_UNITS } from './correlation-format.ts';
import { type MatrixCell, matrixOption } from '../../charts/matrix-option.ts';
import { openColumn } from './open-cells.ts';
import { PairScatter } from './PairScatter.tsx';
import { useDimensionStarts } from './use-dimension-starts.ts';

/** Rows of a readable height, and the head. */
const ROW_HEIGHT = 20;
const HEAD_HEIGHT = 48;

/** Correlations of all pairs of indicators, in the order of their dimensions. */
export function CorrelationMap({ diagnosis }: { diagnosis: Diagnosis }) {
  const { t } = useTranslation('diagnostics');
  const names = useWorkbookNames();
  const colours = useChartColours();
  const [pair, setPair] = useState<readonly [NodeCode, NodeCode] | null>(null);
  const codes = useMemo(() => diagnosis.indicators.map(({ node }) => node), [diagnosis]);
  const starts = useDimensionStarts(codes);
  const cells = useMemo(() => cellsOf(diagnosis, colours), [diagnosis, colours]);
  const kind = t(`kinds.${diagnosis.kind}`);
  const option = useMemo(
    () =>
      matrixOption(
        {
          rows: codes.map((code, at) => `${at + 1} ${names.node(code)}`),
          columns: codes.map((_, at) => `${at + 1}`),
          cells,
          rowStarts: starts,
          columnStarts: starts,
          labelWidth: 168,
          tooltip: ({ row, column }) =>
            t('correlation.tooltip', {
              one: names.node(codes[row]!),
              other: names.node(codes[column]!),
              r: formatCorrelation(diagnosis.correlation[row * codes.length + column] ?? NaN),
              count: diagnosis.pairs[row * codes.length + column] ?? 0,
            }),
        },
        colours,
      ),
    [diagnosis, codes, names, cells, starts, colours, t],
  );
  const pairs = useMemo(() => pairsOf(diagnosis), [diagnosis]);
  const defined = pairs.filter(({ r }) => !Number.isNaN(r));
  const few = defined.filter(({ count }) => count < LEAST_COMMON_UNITS);
  return (
    <section className="diagnostics-section diagnostics-correlation">
      <Chart
        title={t('correlation.title', { kind })}
        summary={t('correlation.summary', {
          kind,
          indicators: codes.length,
          defined: defined.length,
          few: few.length,
          least: LEAST_COMMON_UNITS,
        })}
        option={option}
        table={{
          columns: [
            t('correlation.column.one'),
            t('correlation.column.other'),
            t('correlation.column.r'),
            t('correlation.column.units'),
          ],
          rows: pairs.map(({ one, other, r, count }) => [
            names.node(one),
            names.node(other),
            r,
            count,
          ]),
        }}
        height={HEAD_HEIGHT + codes.length * ROW_HEIGHT}
        onSelect={({ dataIndex }) => {
          const cell = cells[dataIndex];
          const [one, other] = [codes[cell?.row ?? -1], codes[cell?.column ?? -1]];
          if (one !== undefined && other !== undefined && one !== other) setPair([one, other]);
        }}
      />
      <p className="diagnostics-hint">{t('correlation.legend', { least: LEAST_COMMON_UNITS })}</p>
      {pair === null ? (
        <p className="muted">{t('correlation.pick')}</p>
      ) : (
        <ChosenPair diagnosis={diagnosis} pair={pair} />
      )}
    </section>
  );
}

interface ChosenPairProps {
  readonly diagnosis: Diagnosis;
  readonly pair: readonly [NodeCode, NodeCode];
}

function ChosenPair({ diagnosis, pair: [one, other] }: ChosenPairProps) {
  const { t } = useTranslation('diagnostics');
  const names = useWorkbookNames();
  const codes = diagnosis.indicators.map(({ node }) => node);
  const [row, column] = [codes.indexOf(one), codes.indexOf(other)];
  if (row < 0 || column < 0) return null;
  const at = row * codes.length + column;
  return (
    <div className="diagnostics-pair">
      <p>
        {t('correlation.chosen', {
          one: names.node(one),
          other: names.node(other),
          r: formatCorrelation(diagnosis.correlation[at] ?? NaN),
          count: diagnosis.pairs[at] ?? 0,
        })}{' '}
        <Button
          size="small"
          variant="minimal"
          text={t('openInGrid')}
          onClick={() => openColumn(one)}
        />
      </p>
      <PairScatter diagnosis={diagnosis} one={row} other={column} />
    </div>
  );
}

function cellsOf(diagnosis: Diagnosis, colours: ChartColours): MatrixCell[] {
  const size = diagnosis.indicators.length;
  return Array.from(diagnosis.correlation, (r, at): MatrixCell => {
    const [row, column] = [Math.floor(at / size), at % size];
    if (row === column) return { row, column, fill: colours.hairline, text: '' };
    if (Number.isNaN(r)) return { row, column, fill: colours.panel, text: '' };
    const count = diagnosis.pairs[at] ?? 0;
    if (count < LEAST_COMMON_UNITS) return { row, column, fill: null, text: `${count}` };
    // Half the colour's strength keeps the text on it readable.
    return { row, column, fill: colours.diverging(r * 0.55), text: formatCorrelation(r) };
  });
}

function pairsOf({ indicators, correlation, pairs }: Diagnosis) {
  const size = indicators.length;
  return indicators.flatMap(({ node: one }, row) =>
    indicators.slice(row + 1).map(({ node: other }, offset) => {
      const at = row * size + row + 1 + offset;
      return { one, other, r: correlation[at] ?? NaN, count: pairs[at] ?? 0 };
    }),
  );
}
