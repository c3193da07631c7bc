import { useTranslation } from 'react-i18next';
import type { NodeStanding } from '../../../shared/model/unit-profile.ts';
import { formatPercent, formatScore } from '../../../shared/text/numbers.ts';
import { useNames } from '../../i18n/use-names.ts';
import { selectNode } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { dimensionColour } from '../../ui/dimension-colour.ts';
import { NameWithSwatch } from '../../ui/Swatch.tsx';

/** A scale that holds every value shown, and zero. */
interface ProfileScale {
  readonly from: number;
  readonly to: number;
}

/** One bar a dimension, with the median of the others and the best beside it. */
export function DimensionProfile({ dimensions }: { dimensions: readonly NodeStanding[] }) {
  const { t } = useTranslation('unit');
  const scale = scaleOf(dimensions);
  return (
    <section className="unit-section" aria-label={t('profile')}>
      <h3>
        {t('profile')} <span className="muted">{t('profileLegend')}</span>
      </h3>
      <ul className="unit-dimensions">
        {dimensions.map((standing) => (
          <DimensionRow key={standing.node} standing={standing} scale={scale} />
        ))}
      </ul>
    </section>
  );
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
  const best = bestInWords();
  const covered = t('covered', { coverage: formatPercent(standing.coverage) });
  const spoken = t('spoken', {
    name,
    score: Number.isNaN(standing.value) ? t('noValue') : formatScore(standing.value),
    median: formatScore(standing.medianOfOthers),
    best,
    covered,
  });

  function bestInWords(): string {
    if (standing.best === null) return t('noValue');
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
        <span className="unit-dimension-score number">
          {Number.isNaN(standing.value) ? t('noValue') : formatScore(standing.value)}
        </span>
        <span className="unit-dimension-remark muted">{best}</span>
        <span className="unit-dimension-coverage muted">{covered}</span>
      </button>
    </li>
  );
}

function scaleOf(standings: readonly NodeStanding[]): ProfileScale {
  const values = standings
    .flatMap(({ value, medianOfOthers, best }) => [value, medianOfOthers, best?.value ?? NaN])
    .filter((value) => !Number.isNaN(value));
  return { from: Math.min(0, ...values), to: Math.max(1e-9, ...values) };
}

function place({ from, to }: ProfileScale, value: number): string {
  return `${(((value - from) / (to - from)) * 100).toFixed(3)}%`;
}
