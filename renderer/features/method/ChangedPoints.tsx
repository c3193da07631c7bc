import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChangedPoint, changedPoints } from '../../../shared/model/changed-points.ts';
import type { MethodPreview } from '../../../shared/model/method-preview.ts';
import { useNames } from '../../i18n/use-names.ts';
import { showView } from '../../stores/layout-store.ts';
import { selectCell } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { CopyTable } from '../../ui/CopyTable.tsx';
import { shortNumber } from '../grid/short-number.ts';

/** More would not be read on screen; the copied table has them all. */
const MOST_ROWS = 200;

/** Every value that imputation or treatment changed: of which unit, what it was and became, and why. */
export function ChangedPoints({ preview }: { preview: MethodPreview }) {
  const { t } = useTranslation('method');
  const points = useMemo(() => changedPoints(preview), [preview]);
  const named = useNamed();
  return (
    <section className="method-section" aria-label={t('changed.title')}>
      <div className="method-effect-head">
        <h3>{t('changed.title')}</h3>
        {points.length > 0 && (
          <CopyTable
            table={() => ({
              columns: [
                t('column.indicator'),
                t('column.unit'),
                t('column.before'),
                t('column.after'),
                t('column.why'),
              ],
              rows: points.map((point) => [
                named(point).indicator,
                named(point).unit,
                point.before,
                point.after,
                t(`changed.why.${point.why}`),
              ]),
            })}
          />
        )}
      </div>
      <p className="method-sentence">
        {points.length === 0 ? t('changed.none') : t('changed.count', { count: points.length })}
      </p>
      {points.length > 0 && (
        <table className="plain-table method-table method-changed">
          <thead>
            <tr>
              <th scope="col">{t('column.unit')}</th>
              <th scope="col" className="number">
                {t('column.before')}
              </th>
              <th scope="col" className="number">
                {t('column.after')}
              </th>
            </tr>
          </thead>
          {groupedPoints(points.slice(0, MOST_ROWS)).map(([first, ...others]) => (
            <tbody key={`${first.indicator}/${first.why}`}>
              <tr>
                <th scope="rowgroup" colSpan={3} className="method-changed-head">
                  {named(first).indicator}{' '}
                  <span className="muted">{t(`changed.why.${first.why}`)}</span>
                </th>
              </tr>
              {[first, ...others].map((point) => (
                <ChangedRow key={point.unit} point={point} {...named(point)} />
              ))}
            </tbody>
          ))}
        </table>
      )}
      {points.length > MOST_ROWS && (
        <p className="muted">{t('changed.more', { count: points.length - MOST_ROWS })}</p>
      )}
    </section>
  );
}

type PointGroup = readonly [ChangedPoint, ...ChangedPoint[]];

/** Points of one column that were changed for one reason, together. */
function groupedPoints(points: readonly ChangedPoint[]): readonly PointGroup[] {
  const groups = new Map<string, [ChangedPoint, ...ChangedPoint[]]>();
  for (const point of points) {
    const key = JSON.stringify([point.indicator, point.why]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [point]);
    else group.push(point);
  }
  return [...groups.values()];
}

interface ChangedRowProps {
  readonly point: ChangedPoint;
  readonly indicator: string;
  readonly unit: string;
}

function ChangedRow({ point, indicator, unit }: ChangedRowProps) {
  const { t } = useTranslation('method');
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          aria-label={t('changed.open', { unit, indicator })}
          onClick={() => {
            selectCell(point.unit, point.indicator);
            showView('data');
          }}
        >
          {unit}
        </button>
      </th>
      <td className="number">
        {Number.isNaN(point.before) ? t('changed.gap') : shortNumber(point.before)}
      </td>
      <td className="number">{shortNumber(point.after)}</td>
    </tr>
  );
}

function useNamed(): (point: ChangedPoint) => { indicator: string; unit: string } {
  const index = useWorkbook((state) => state.index);
  const unitByCode = useWorkbook((state) => state.unitByCode);
  const nameIn = useNames();
  return (point) => {
    const [node, unit] = [index?.byCode.get(point.indicator), unitByCode.get(point.unit)];
    return {
      indicator: node === undefined ? point.indicator : nameIn(node.name),
      unit: unit === undefined ? point.unit : nameIn(unit.name),
    };
  };
}
