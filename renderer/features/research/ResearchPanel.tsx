import { Button, SegmentedControl } from '@blueprintjs/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPercent, formatScore } from '../../../shared/text/numbers.ts';
import type { Names } from '../../../shared/text/names.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { useCells } from '../../stores/cell-store.ts';
import { selectCell, useSelection } from '../../stores/selection-store.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { CopyTable } from '../../ui/CopyTable.tsx';
import { Failed, Loading, Placeholder } from '../../ui/Placeholder.tsx';
import { NameWithSwatch } from '../../ui/Swatch.tsx';
import { type GapRow, gapRows, isShown, SHOWN_GAPS, type ShownGaps } from './gap-rows.ts';
import './research.css';

/** The gaps, the one first whose value would settle most of the ranking; each leads to its cell. */
export function ResearchPanel() {
  const { t } = useTranslation('research');
  const scenario = useSelection((state) => state.scenario);
  const grid = useCells((state) => state.grid);
  const { answer: gaps, error } = useAnswer('research.next', { scenario });
  const rows = useMemo(() => (gaps === undefined ? null : gapRows(gaps, grid)), [gaps, grid]);
  if (error !== null) return <Failed error={error} />;
  if (rows === null) return <Loading />;
  const [first] = rows;
  if (first === undefined) {
    return (
      <Placeholder>
        <p>{t('none')}</p>
      </Placeholder>
    );
  }
  return <Gaps rows={rows} first={first} />;
}

const STEP = 20;

function Gaps({ rows, first }: { rows: readonly GapRow[]; first: GapRow }) {
  const { t } = useTranslation('research');
  const names = useWorkbookNames();
  const [shown, setShown] = useState<ShownGaps>('all');
  const [most, setMost] = useState(STEP);
  const found = rows.filter((row) => isShown(row, shown));
  const more = Math.min(STEP, found.length - most);
  const settlesRanks = first.rankWidth > 0;
  return (
    <div className="panel panel-scroll research">
      <p className="research-summary">
        {t(settlesRanks ? 'summary' : 'summaryNoRank', {
          count: rows.length,
          unit: names.unit(first.unit),
          indicator: names.node(first.indicator),
          places: formatScore(first.rankWidth),
        })}
      </p>
      <div className="research-tools">
        <SegmentedControl
          aria-label={t('show')}
          size="small"
          value={shown}
          options={SHOWN_GAPS.map((value) => ({
            value,
            label: t(`shown.${value}`, { count: rows.filter((row) => isShown(row, value)).length }),
          }))}
          onValueChange={(next) => {
            setShown(SHOWN_GAPS.find((value) => value === next) ?? 'all');
            setMost(STEP);
          }}
        />
        <CopyTable table={() => tableOf(found, names, t)} />
      </div>
      {found.length === 0 ? (
        <p className="muted research-summary">{t('noneHere')}</p>
      ) : (
        <table className="plain-table research-table" aria-label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('column.gap')}</th>
              {settlesRanks && (
                <th scope="col" className="number" title={t('column.placesMeaning')}>
                  {t('column.places')}
                </th>
              )}
              <th scope="col" className="number" title={t('column.pointsMeaning')}>
                {t('column.points')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, most).map((row) => (
              <Gap
                key={`${row.unit}/${row.indicator}`}
                row={row}
                names={names}
                settlesRanks={settlesRanks}
              />
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && (
        <Button
          className="research-more"
          size="small"
          variant="minimal"
          intent="primary"
          text={t('more', { count: more })}
          onClick={() => setMost(most + STEP)}
        />
      )}
    </div>
  );
}

interface GapProps {
  readonly row: GapRow;
  readonly names: Names;
  readonly settlesRanks: boolean;
}

function Gap({ row, names, settlesRanks }: GapProps) {
  const { t } = useTranslation('research');
  const { unit, indicator, rankWidth, scoreWidth, candidates, becomesRanked, coverageThen } = row;
  const dimension = useWorkbook((state) => state.index?.dimensionOf.get(indicator) ?? -1);
  const selected = useSelection((state) => state.unit === unit && state.node === indicator);
  return (
    <tr data-selected={selected || undefined}>
      <th scope="row">
        <button type="button" className="research-gap" onClick={() => selectCell(unit, indicator)}>
          <span className="research-unit">{names.unit(unit)}</span>
          <NameWithSwatch dimension={dimension}>{names.node(indicator)}</NameWithSwatch>
          {becomesRanked && (
            <span className="muted">
              {t('becomesRanked', { coverage: formatPercent(coverageThen) })}
            </span>
          )}
          {candidates > 0 && (
            <span className="muted">{t('candidates', { count: candidates })}</span>
          )}
        </button>
      </th>
      {settlesRanks && <td className="number">{lessBy(rankWidth)}</td>}
      <td className="number">{lessBy(scoreWidth)}</td>
    </tr>
  );
}

function lessBy(width: number): string {
  return formatScore(width === 0 ? 0 : -width);
}

function tableOf(
  rows: readonly GapRow[],
  names: Names,
  t: ReturnType<typeof useTranslation<'research'>>['t'],
) {
  return {
    columns: [
      t('column.unit'),
      t('column.indicator'),
      t('column.placesMeaning'),
      t('column.pointsMeaning'),
      t('column.coverage'),
      t('column.becomesRanked'),
      t('column.candidates'),
    ],
    rows: rows.map((row) => [
      names.unit(row.unit),
      names.node(row.indicator),
      row.rankWidth,
      row.scoreWidth,
      row.coverageThen,
      row.becomesRanked ? t('yes') : null,
      row.candidates,
    ]),
  };
}
