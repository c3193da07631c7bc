import { Button, ButtonGroup, ProgressBar } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import type { ScenarioId } from '../../../shared/model/ids.ts';
import type { PairedResult } from '../../../shared/model/scenario-comparison.ts';
import { enumerate } from '../../../shared/text/lists.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatPercent, formatScoreDifference, formatValue } from '../../../shared/text/numbers.ts';
import { sourcesInWords } from '../../../shared/text/uncertainty-in-words.ts';
import { useChartColours } from '../../charts/colours.ts';
import { PictureMenu } from '../../charts/PictureMenu.tsx';
import { useScenarioNames } from '../../i18n/use-scenario-names.ts';
import { selectUnit, useSelection } from '../../stores/selection-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { CopyTable } from '../../ui/CopyTable.tsx';
import type { DataTable } from '../../ui/data-table.ts';
import { useRobustnessSetup } from '../robustness/setup/use-robustness-setup.ts';
import { pairedPicture, rowsBySecondRank } from './paired-picture.ts';
import { usePaired } from './use-paired.ts';

interface PairedChangesProps {
  readonly first: ScenarioId;
  readonly second: ScenarioId;
  readonly names: Names;
}

/** More draws than this add nothing to see, and every one of every unit is kept. */
const MOST_DRAWS = 20_000;

/** How sure the differences are: both scenarios in the same draws of what is ticked as uncertain. */
export function PairedChanges({ first, second, names }: PairedChangesProps) {
  const { t } = useTranslation('scenarioComparison');
  const { t: common } = useTranslation('common');
  const { t: robustness } = useTranslation('robustness');
  const { setup, sources } = useRobustnessSetup();
  const paired = usePaired(first, second);
  const colours = useChartColours();
  const scenarioOf = useScenarioNames();
  const { kept, fraction } = paired;
  const varied = sourcesInWords(sources, names);
  const request = { draws: Math.min(setup.draws, MOST_DRAWS), seed: setup.seed, sources };
  const run = () => paired.run(request);
  return (
    <section className="scenario-section" aria-label={t('paired')}>
      <h3>
        {t('paired')}
        <span className="muted">{t('sameDraws')}</span>
        {kept !== null && (
          <ButtonGroup>
            <CopyTable table={() => tableOf(kept.result, names, t)} />
            <PictureMenu
              title={t('pictureOf', { first: scenarioOf(first), second: scenarioOf(second) })}
              picture={() =>
                pairedPicture(
                  kept.result,
                  names,
                  {
                    better: t('column.better'),
                    equal: t('column.equal'),
                    worse: t('column.worse'),
                    ranks: (before, after) => t('fromTo', { before, after }),
                  },
                  colours,
                )
              }
            />
          </ButtonGroup>
        )}
      </h3>
      <div className="paired-run">
        {fraction === null ? (
          <Button
            size="small"
            intent="primary"
            text={t('run')}
            disabled={varied.length === 0}
            onClick={run}
          />
        ) : (
          <>
            <ProgressBar
              aria-label={t('paired')}
              stripes={false}
              value={Math.max(fraction, 0.02)}
            />
            <Button size="small" text={common('cancel')} onClick={paired.stop} />
          </>
        )}
        <span className="muted">
          {varied.length === 0
            ? t('nothingVaried')
            : t('willVary', {
                count: request.draws,
                number: formatValue(request.draws),
                seed: request.seed,
                sources: enumerate(names.language, varied),
              })}
        </span>
      </div>
      <div role="status">
        {paired.cancelled && <p className="muted">{robustness('cancelled')}</p>}
      </div>
      <ControlError error={paired.error} onDismiss={paired.dismissError} />
      {kept !== null && (
        <>
          {!kept.current && (
            <p className="paired-stale" role="status">
              {robustness('stale')}
            </p>
          )}
          <PairedTable result={kept.result} names={names} />
          <p className="muted paired-note">
            {t('rests', {
              count: kept.result.draws,
              number: formatValue(kept.result.draws),
              seed: kept.result.seed,
              sources: enumerate(names.language, sourcesInWords(kept.request.sources, names)),
            })}
          </p>
        </>
      )}
    </section>
  );
}

/** Best first, by the rank in the second scenario. */
function PairedTable({ result, names }: { result: PairedResult; names: Names }) {
  const { t } = useTranslation('scenarioComparison');
  const selected = useSelection((state) => state.unit);
  const { onlyFirst, onlySecond } = result;
  const rows = rowsBySecondRank(result);
  if (rows.length === 0) return <p className="muted">{t('nobody')}</p>;
  return (
    <>
      <div className="paired-scroll">
        <table className="paired-table" aria-label={t('paired')}>
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('ranks')}</th>
              <th scope="col">{t('scoreChange')}</th>
              <th scope="col">{t('rankChange')}</th>
              <th scope="col" className="paired-shares-head">
                {t('shares')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, at }) => {
              const share = {
                better: result.better[at] ?? NaN,
                equal: result.equal[at] ?? NaN,
                worse: result.worse[at] ?? NaN,
              };
              const words = {
                better: formatPercent(share.better),
                equal: formatPercent(share.equal),
                worse: formatPercent(share.worse),
              };
              return (
                <tr key={unit} aria-selected={unit === selected}>
                  <th scope="row">
                    <button type="button" onClick={() => selectUnit(unit)}>
                      {names.unit(unit)}
                    </button>
                  </th>
                  <td className="number">
                    {t('fromTo', {
                      before: result.nominalRankFirst[at] ?? 0,
                      after: result.nominalRankSecond[at] ?? 0,
                    })}
                  </td>
                  <td className="number">
                    {formatScoreDifference(result.meanScoreChange[at] ?? NaN)}
                    <small>
                      {t('interval', {
                        low: formatScoreDifference(result.scoreChange5[at] ?? NaN),
                        high: formatScoreDifference(result.scoreChange95[at] ?? NaN),
                      })}
                    </small>
                  </td>
                  <td className="number">
                    {placesGained(result.meanRankChange[at] ?? NaN)}
                    <small>
                      {t('interval', {
                        low: placesGained(result.rankChange95[at] ?? NaN),
                        high: placesGained(result.rankChange5[at] ?? NaN),
                      })}
                    </small>
                  </td>
                  <td>
                    <span className="paired-shares" role="img" aria-label={t('sharesOf', words)}>
                      <i data-share="better" style={{ width: `${share.better * 100}%` }} />
                      <i data-share="equal" style={{ width: `${share.equal * 100}%` }} />
                      <i data-share="worse" style={{ width: `${share.worse * 100}%` }} />
                    </span>
                    <small aria-hidden="true">{t('sharesShort', words)}</small>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {onlyFirst.length + onlySecond.length > 0 && (
        <p className="muted paired-note">
          {t('onlyOne', {
            count: onlyFirst.length + onlySecond.length,
            units: enumerate(
              names.language,
              [...onlyFirst, ...onlySecond].map((unit) => names.unit(unit)),
            ),
          })}
        </p>
      )}
    </>
  );
}

/** A rise is positive: the rank's number falls. */
function placesGained(rankChange: number): string {
  return formatScoreDifference(-rankChange || (Number.isNaN(rankChange) ? NaN : 0));
}

function tableOf(
  result: PairedResult,
  names: Names,
  t: ReturnType<typeof useTranslation<'scenarioComparison'>>['t'],
): DataTable {
  return {
    columns: [
      t('unit'),
      t('column.rankFirst'),
      t('column.rankSecond'),
      t('column.meanScoreChange'),
      t('column.scoreChange5'),
      t('column.scoreChange95'),
      t('column.meanRankChange'),
      t('column.rankChange5'),
      t('column.rankChange95'),
      t('column.better'),
      t('column.equal'),
      t('column.worse'),
    ],
    rows: result.units.map((unit, at) => [
      names.unit(unit),
      result.nominalRankFirst[at] ?? null,
      result.nominalRankSecond[at] ?? null,
      result.meanScoreChange[at] ?? null,
      result.scoreChange5[at] ?? null,
      result.scoreChange95[at] ?? null,
      result.meanRankChange[at] ?? null,
      result.rankChange5[at] ?? null,
      result.rankChange95[at] ?? null,
      result.better[at] ?? null,
      result.equal[at] ?? null,
      result.worse[at] ?? null,
    ]),
  };
}
