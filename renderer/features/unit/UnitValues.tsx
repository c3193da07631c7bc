import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { NodeStanding, UnitProfile } from '../../../shared/model/unit-profile.ts';
import { formatPoints, formatScore } from '../../../shared/text/numbers.ts';
import { formatValueWithUnit } from '../../../shared/text/units-of-measure.ts';
import { useLanguage, useNames } from '../../i18n/use-names.ts';
import { useCells } from '../../stores/cell-store.ts';
import { selectCell, useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { NameWithSwatch } from '../../ui/Swatch.tsx';
import type { ShownProfile } from './use-unit-profile.ts';

/** Every value of the unit with what it adds, and every gap with what it weighs; each leads to its evidence. */
export function UnitValues({ shown: { profile } }: { shown: ShownProfile }) {
  const { t } = useTranslation('unit');
  const lost = profile.missing.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <section className="unit-section" aria-label={t('evidence')}>
      <h3>{t('evidence')}</h3>
      <table className="unit-values">
        <thead>
          <tr>
            <th scope="col">{t('column.indicator')}</th>
            <th scope="col" className="number">
              {t('column.value')}
            </th>
            <th scope="col" className="number">
              {t('column.normalised')}
            </th>
            <th scope="col" className="number">
              {t('column.weight')}
            </th>
            <th scope="col" className="number">
              {t('column.contribution')}
            </th>
          </tr>
        </thead>
        <tbody>
          {profile.present.map((standing) => (
            <ValueRow key={standing.node} standing={standing} profile={profile} />
          ))}
        </tbody>
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={5} className="unit-missing-head">
              {profile.missing.length === 0
                ? t('missingNone')
                : t('missing', { count: profile.missing.length, points: formatPoints(lost * 100) })}
            </th>
          </tr>
          {profile.missing.map((standing) => (
            <ValueRow key={standing.node} standing={standing} profile={profile} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ValueRow({ standing, profile }: { standing: NodeStanding; profile: UnitProfile }) {
  const { t } = useTranslation('unit');
  const index = useWorkbook((state) => state.index);
  const selected = useSelection(
    ({ unit, node }) => unit === profile.unit && node === standing.node,
  );
  const nameIn = useNames();
  const cell = useCellText(profile.unit, standing.node);
  const node = index?.byCode.get(standing.node);
  const name = node === undefined ? standing.node : nameIn(node.name);
  const scored = !Number.isNaN(standing.value);
  const missing = !scored && standing.coverage === 0;
  return (
    <tr className={selected ? 'unit-value-selected' : undefined}>
      <th scope="row">
        <button
          type="button"
          className="unit-value-name"
          aria-label={t('openEvidence', { indicator: name })}
          onClick={() => selectCell(profile.unit, standing.node)}
        >
          <NameWithSwatch dimension={index?.dimensionOf.get(standing.node) ?? 0}>
            {name}
          </NameWithSwatch>
        </button>
      </th>
      <td className={missing ? 'muted number' : 'number'}>
        {missing && cell.unused > 0 ? t('unused', { count: cell.unused }) : cell.text}
      </td>
      <td className="number">{formatScore(standing.value)}</td>
      <td className="number muted">{formatPoints(standing.weight * 100)}</td>
      <td className="number">{scored ? formatScore(standing.contribution) : ''}</td>
    </tr>
  );
}

/** The raw value as found, and how many candidates wait where there is none. */
function useCellText(
  unit: UnitProfile['unit'],
  indicator: NodeCode,
): { text: string; unused: number } {
  const grid = useCells((state) => state.grid);
  const index = useWorkbook((state) => state.index);
  const series = useWorkbook((state) => state.series);
  const language = useLanguage();
  return useMemo(() => {
    const definition = index?.byCode.get(indicator)?.indicator;
    const row = grid?.units.indexOf(unit) ?? -1;
    const column = grid?.indicators.indexOf(indicator) ?? -1;
    if (grid === null || definition == null || row < 0 || column < 0) {
      return { text: '', unused: 0 };
    }
    const at = row * grid.indicators.length + column;
    const measured = series.find((each) => each.indicator === indicator);
    return {
      text: formatValueWithUnit(
        language,
        definition.type,
        grid.values[at] ?? NaN,
        measured?.unitOfMeasure ?? definition.unitOfMeasure,
      ),
      unused: grid.candidateCounts[at] ?? 0,
    };
  }, [grid, index, series, language, unit, indicator]);
}
