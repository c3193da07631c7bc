import { Button } from '@blueprintjs/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import {
  formatPercent,
  formatRankInterval,
  formatScore,
  formatScoreInterval,
} from '../../../shared/text/numbers.ts';
import { useNames, useWorkbookNames } from '../../i18n/use-names.ts';
import { useScores } from '../../stores/score-store.ts';
import { selectUnit, useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { Failed, Loading, Placeholder } from '../../ui/Placeholder.tsx';
import { notifyError } from '../../ui/notify.ts';
import { includeUnit } from '../scenarios/inclusion.ts';
import { DimensionProfile } from './DimensionProfile.tsx';
import { StandingLists } from './StandingLists.tsx';
import './unit.css';
import { UnitValues } from './UnitValues.tsx';
import { type ShownProfile, useShownUnit, useUnitProfile } from './use-unit-profile.ts';
import { Select } from '../../ui/Select.tsx';

/** One unit: where it stands, on what, and what is not known of it. */
export function UnitPanel() {
  const { t } = useTranslation(['unit', 'scenarios']);
  const { unit: nameOf } = useWorkbookNames();
  const readOnly = useWorkbook((state) => state.info?.readOnly != null);
  const unit = useShownUnit(useSelection((state) => state.unit));
  const shown = useUnitProfile(unit);
  const error = useScores((state) => state.error);
  const ready = useScores((state) => state.committed !== null);
  if (error !== null) return <Failed error={error} />;
  if (!ready || unit === null) return <Loading />;
  return (
    <div className="panel unit">
      <div className="panel-scroll unit-scroll">
        <UnitHead unit={unit} shown={shown} />
        {shown === null ? (
          <Placeholder>
            <p>{t('excluded')}</p>
            <Button
              text={t('scenarios:inclusion.takeIn', { name: nameOf(unit) })}
              disabled={readOnly}
              onClick={() => {
                includeUnit(unit, true).catch(notifyError);
              }}
            />
          </Placeholder>
        ) : (
          <>
            <DimensionProfile unit={unit} dimensions={shown.profile.dimensions} />
            <StandingLists profile={shown.profile} />
            <UnitValues shown={shown} />
          </>
        )}
      </div>
    </div>
  );
}

function UnitHead({ unit, shown }: { unit: UnitCode; shown: ShownProfile | null }) {
  const { t } = useTranslation('unit');
  const units = useWorkbook((state) => state.units);
  const nameIn = useNames();
  const options = useMemo(
    () => units.map(({ code, name }) => ({ value: code, label: nameIn(name) })),
    [units, nameIn],
  );
  return (
    <header className="unit-head">
      <Select
        aria-label={t('choose')}
        className="unit-select"
        options={options}
        value={unit}
        onChange={(event) => selectUnit(event.currentTarget.value as UnitCode)}
      />
      {shown !== null && <UnitFigures shown={shown} />}
    </header>
  );
}

function UnitFigures({ shown: { view, position } }: { shown: ShownProfile }) {
  const { t } = useTranslation('unit');
  const { result } = view;
  const at = (numbers: Float64Array | Int32Array) => numbers[position] ?? NaN;
  const rank = at(result.rank);
  // Without a score although every value is known, the unit is like all others: no gap allows anything.
  const hasGaps = !Number.isNaN(at(result.score)) || at(result.coverage) < 1;
  return (
    <dl className="unit-figures">
      <div>
        <dt>{rank > 0 ? t('rank', { rank }) : t('notRanked')}</dt>
        {rank > 0 && (
          <dd>
            {result.plausible === null
              ? t('notDrawn')
              : t('plausible', {
                  interval: formatRankInterval(at(result.plausible.low), at(result.plausible.high)),
                })}
            <span className="muted">
              {t('certain', {
                interval: formatRankInterval(at(result.rankBest), at(result.rankWorst)),
              })}
            </span>
          </dd>
        )}
      </div>
      <div>
        <dt>
          {t('score')} <strong>{formatScore(at(result.score))}</strong>
        </dt>
        {hasGaps && (
          <dd>
            <span className="muted">
              {t('interval', {
                interval: formatScoreInterval(at(result.scoreLow), at(result.scoreHigh)),
              })}
            </span>
          </dd>
        )}
      </div>
      <div>
        <dt>{t('coverage', { coverage: formatPercent(at(result.coverage)) })}</dt>
      </div>
    </dl>
  );
}
