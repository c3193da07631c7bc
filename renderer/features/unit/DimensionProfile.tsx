import { ButtonGroup } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import type { NodeStanding } from '../../../shared/model/unit-profile.ts';
import { formatPercent, formatScore } from '../../../shared/text/numbers.ts';
import type { Names } from '../../../shared/text/names.ts';
import { useChartColours } from '../../charts/colours.ts';
import { PictureMenu } from '../../charts/PictureMenu.tsx';
import { useNames, useWorkbookNames } from '../../i18n/use-names.ts';
import { selectNode } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { CopyTable } from '../../ui/CopyTable.tsx';
import type { DataTable } from '../../ui/data-table.ts';
import { dimensionColour } from '../../ui/dimension-colour.ts';
import { NameWithSwatch } from '../../ui/Swatch.tsx';
import { profilePicture } from './profile-picture.ts';
import { type ProfileScale, profileScale } from './profile-scale.ts';

/** One bar a dimension, with the median of the others and the best beside it. */
export function DimensionProfile({
  unit,
  dimensions,
}: {
  unit: UnitCode;
  dimensions: readonly NodeStanding[];
}) {
  const { t } = useTranslation('unit');
  const names = useWorkbookNames();
  const colours = useChartColours();
  const scale = profileScale(dimensions);
  return (
    <section className="unit-section" aria-label={t('profile')}>
      <header className="unit-section-head">
        <h3>
          {t('profile')} <span className="muted">{t('profileLegend')}</span>
        </h3>
        <ButtonGroup>
          <CopyTable table={() => profileTable(dimensions, names, t)} />
          <PictureMenu
            title={t('profileOf', { unit: names.unit(unit) })}
            picture={() =>
              profilePicture(
                dimensions,
                names,
                {
                  score: t('score'),
                  median: t('column.median'),
                  best: t('isBest'),
                  noValue: t('noValue'),
                },
                colours,
              )
            }
          />
        </ButtonGroup>
      </header>
      <ul className="unit-dimensions">
        {dimensions.map((standing) => (
          <DimensionRow key={standing.node} standing={standing} scale={scale} />
        ))}
      </ul>
    </section>
  );
}

function profileTable(
  dimensions: readonly NodeStanding[],
  names: Names,
  t: ReturnType<typeof useTranslation<'unit'>>['t'],
): DataTable {
  return {
    columns: [
      t('column.dimension'),
      t('score'),
      t('column.median'),
      t('isBest'),
      t('column.bestUnit'),
      t('column.coverage'),
    ],
    rows: dimensions.map(({ node, value, medianOfOthers, best, coverage }) => [
      names.node(node),
      value,
      medianOfOthers,
      best?.value ?? null,
      best === null ? null : names.unit(best.unit),
      coverage,
    ]),
  };
}

interface DimensionRowProps {
  readonly standing: NodeStanding;
  readonly scale: ProfileScale;
}

function DimensionRow({ standing, scale }: DimensionRowProps) {
  const { t } = useTranslation('unit');
  const index = useWorkbook((state) => state.index);
  const unitByCode = useWorkbook((state) => state.unitByCode);
  const nameIn = useNames();
  const node = index?.byCode.get(standing.node);
  const dimension = index?.dimensionOf.get(standing.node) ?? 0;
  const name = node === undefined ? standing.node : nameIn(node.name);
  // All units may be alike, or there is only one: then there are values, and nothing to compare.
  const none = t(standing.coverage > 0 ? 'alike' : 'noValue');
  const score = Number.isNaN(standing.value) ? none : formatScore(standing.value);
  const best = bestInWords();
  const covered = t('covered', { coverage: formatPercent(standing.coverage) });
  const spoken = t('spoken', {
    name,
    score,
    median: formatScore(standing.medianOfOthers),
    best,
    covered,
  });

  function bestInWords(): string {
    if (standing.best === null) return none;
    if (standing.best.value === standing.value) return t('isBest');
    const unit = unitByCode.get(standing.best.unit);
    return t('bestIs', {
      score: formatScore(standing.best.value),
      name: unit === undefined ? standing.best.unit : nameIn(unit.name),
    });
  }

  return (
    <li>
      <button
        type="button"
        className="unit-dimension"
        aria-label={spoken}
        onClick={() => selectNode(standing.node)}
      >
        <NameWithSwatch dimension={dimension}>{name}</NameWithSwatch>
        <span className="unit-track">
          {Number.isNaN(standing.value) ? (
            <span className="unit-track-missing" />
          ) : (
            <span
              className="unit-track-bar"
              style={{
                left: place(scale, Math.min(0, standing.value)),
                right: `calc(100% - ${place(scale, Math.max(0, standing.value))})`,
                background: dimensionColour(dimension),
              }}
            />
          )}
          {!Number.isNaN(standing.medianOfOthers) && (
            <span
              className="unit-track-median"
              style={{ left: place(scale, standing.medianOfOthers) }}
            />
          )}
          {standing.best !== null && (
            <span className="unit-track-best" style={{ left: place(scale, standing.best.value) }} />
          )}
        </span>
        <span className="unit-dimension-score number">{score}</span>
        <span className="unit-dimension-remark muted">{standing.best === null ? '' : best}</span>
        <span className="unit-dimension-coverage muted">{covered}</span>
      </button>
    </li>
  );
}

function place({ from, to }: ProfileScale, value: number): string {
  return `${(((value - from) / (to - from)) * 100).toFixed(3)}%`;
}
