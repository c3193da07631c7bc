import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  MultiverseRequest,
  MultiverseResult,
} from '../../../../shared/model/one-at-a-time.ts';
import {
  formatMeanRank,
  formatPercent,
  formatRankInterval,
  formatScore,
  formatValue,
  MISSING_MARK,
} from '../../../../shared/text/numbers.ts';
import { choiceNames, methodChoicesInWords } from '../../../../shared/text/uncertainty-in-words.ts';
import { Chart } from '../../../charts/Chart.tsx';
import { useChartColours } from '../../../charts/colours.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { useScenarios } from '../../../stores/scenario-store.ts';
import { selectUnit, useSelection } from '../../../stores/selection-store.ts';
import type { DataTable } from '../../../ui/data-table.ts';
import { multiverse } from '../analysis/analyses.ts';
import type { Kept } from '../analysis/analysis.ts';
import { NoResult } from '../analysis/NoResult.tsx';
import { ResultNote } from '../analysis/ResultNote.tsx';
import { RunControl } from '../analysis/RunControl.tsx';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useScenarioName } from '../analysis/use-statement.ts';
import { heatMapHeight, heatMapOption } from '../ranks/heat-map.ts';
import { binnedShares, rankBins } from '../ranks/rank-table.ts';
import { RowFilter } from '../ranks/RowFilter.tsx';
import { shownRows } from '../ranks/shown-rows.ts';
import { strongestTint } from '../ranks/tint.ts';
import '../robustness.css';
import {
  combinationCount,
  MOST_COMBINATIONS,
  needsPositiveScale,
} from '../setup/method-options.ts';
import { MethodTicks } from '../setup/MethodTicks.tsx';
import { useRobustnessSetup } from '../setup/use-robustness-setup.ts';
import { useRankedCount } from '../use-ranked-count.ts';
import { combinationsOf, type MultiverseRow, multiverseRows } from './multiverse-rows.ts';

/** The ranking under every combination of the method choices that are ticked. */
export function MultiversePanel() {
  const { t } = useTranslation('robustness');
  const { kept } = useAnalysis(multiverse);
  return (
    <div className="panel robustness-result">
      <RunMultiverse hasResult={kept !== null} />
      {kept === null ? (
        <NoResult title={t('multiverse.title')}>{t('multiverse.empty')}</NoResult>
      ) : (
        <Ranks kept={kept} />
      )}
    </div>
  );
}

function RunMultiverse({ hasResult }: { hasResult: boolean }) {
  const { t } = useTranslation('robustness');
  const { setup, keep, options, choices } = useRobustnessSetup();
  const method = useScenarios((scenarios) => scenarios.resolved?.method ?? null);
  const rankedCount = useRankedCount();
  const count = combinationCount(choices);
  return (
    <div className="result-controls">
      <details className="multiverse-choices" open={!hasResult || undefined}>
        <summary>{t('multiverse.choices')}</summary>
        <p className="setup-explanation">{t('multiverse.sameTicks')}</p>
        <MethodTicks
          options={options}
          choices={choices}
          onChange={(next) => keep({ ...setup, methods: { ...setup.methods, choices: next } })}
        />
      </details>
      <span className="muted">{t('method.combinations', { count })}</span>
      {method !== null && needsPositiveScale(choices, method) && (
        <p className="setup-warning">{t('method.needsPositiveScale')}</p>
      )}
      <RunControl
        analysis={multiverse}
        label={t('multiverse.run', { count })}
        disabledBecause={blockedBecause()}
        onRun={() => void multiverse.run({ choices })}
      />
    </div>
  );

  function blockedBecause(): string | null {
    if (rankedCount === 0) return t('noRanked');
    if (count < 2) return t('multiverse.oneCombination');
    if (count > MOST_COMBINATIONS) {
      return t('multiverse.tooMany', { most: formatValue(MOST_COMBINATIONS) });
    }
    return null;
  }
}

const MOST_COLUMNS = 60;

function Ranks({ kept }: { kept: Kept<MultiverseRequest, MultiverseResult> }) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const colours = useChartColours();
  const scenario = useScenarioName();
  const selected = useSelection((state) => state.unit);
  const strongest = strongestTint(colours.text, colours.sequential);
  const [filter, setFilter] = useState('');
  const { result, engine } = kept;
  const rows = useMemo(() => multiverseRows(result), [result]);
  const combinations = combinationsOf(result);
  const bins = useMemo(() => rankBins(rows.length, MOST_COLUMNS), [rows]);
  const shown = useMemo(
    () => shownRows(rows, filter, names.unit, selected),
    [rows, filter, names, selected],
  );
  const moverInWords = useMoverWords(result);
  const option = useMemo(
    () =>
      heatMapOption({
        columns: bins.map(({ from, to }) => formatRankInterval(from, to)),
        columnsName: t('acceptability.ranks'),
        rows: shown.map((row) => ({
          name: names.unit(row.unit),
          remark: formatRankInterval(row.best, row.worst),
          cells: binnedShares(row.shares, bins),
          marked: bins.findIndex(({ from, to }) => from <= row.nominal && row.nominal <= to),
          selected: row.unit === selected,
        })),
        colourOf: (share) => colours.sequential(share * strongest),
        textOf: (share) => (share === 0 ? '' : formatPercent(share)),
        hint: (unit, rank, share) =>
          t('multiverse.cell', { unit, rank, share: formatPercent(share) }),
        colours,
      }),
    [bins, shown, names, selected, colours, strongest, t],
  );
  const table = useMemo<DataTable>(
    () => ({
      columns: [
        t('table.unit'),
        t('table.nominal'),
        t('multiverse.best'),
        t('table.median'),
        t('multiverse.worst'),
        t('multiverse.mover'),
        ...bins.map(({ from, to }) => t('table.atRank', { rank: formatRankInterval(from, to) })),
      ],
      rows: rows.map((row) => [
        names.unit(row.unit),
        row.nominal || null,
        row.best,
        row.median,
        row.worst,
        moverInWords(row),
        ...binnedShares(row.shares, bins),
      ]),
    }),
    [bins, rows, names, moverInWords, t],
  );
  const steady = rows.filter(({ best, worst }) => best === worst).length;
  const summary = t('multiverse.summary', { count: combinations, steady, total: rows.length });
  return (
    <>
      <div className="result-body">
        <p className="result-summary">{summary}</p>
        <RowFilter filter={filter} onChange={setFilter} shown={shown.length} total={rows.length} />
        <Chart
          title={t('multiverse.title')}
          summary={summary}
          option={option}
          table={table}
          height={heatMapHeight(shown.length)}
          onSelect={({ dataIndex }) => {
            const row = shown[Math.floor(dataIndex / bins.length)];
            if (row !== undefined) selectUnit(row.unit);
          }}
        />
        <Movers rows={shown} inWords={moverInWords} />
      </div>
      <ResultNote
        analysis={multiverse}
        kept={kept}
        statement={t('multiverse.statement', {
          count: combinations,
          scenario,
          engine,
          choices: methodChoicesInWords(result.choices, names).join(t('statement.separator')),
        })}
      />
    </>
  );
}

interface MoversProps {
  readonly rows: readonly MultiverseRow[];
  readonly inWords: (row: MultiverseRow) => string;
}

/** For each unit the choice that moves it most. */
function Movers({ rows, inWords }: MoversProps) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const selected = useSelection((state) => state.unit);
  return (
    <section aria-label={t('multiverse.movers')}>
      <header className="section-head">
        <h3>{t('multiverse.movers')}</h3>
      </header>
      <table className="robustness-table">
        <thead>
          <tr>
            <th scope="col">{t('table.unit')}</th>
            <th scope="col" className="number">
              {t('table.nominal')}
            </th>
            <th scope="col" className="number">
              {t('table.median')}
            </th>
            <th scope="col" className="number">
              {t('multiverse.range')}
            </th>
            <th scope="col">{t('multiverse.mover')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit} data-selected={row.unit === selected || undefined}>
              <th scope="row">
                <button type="button" className="plain-button" onClick={() => selectUnit(row.unit)}>
                  {names.unit(row.unit)}
                </button>
              </th>
              <td className="number">{row.nominal || MISSING_MARK}</td>
              <td className="number">{formatMeanRank(row.median)}</td>
              <td className="number">{formatRankInterval(row.best, row.worst)}</td>
              <td>{inWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The choice that moves a unit most: `Aggregation: weighted geometric mean, 1.3 ranks further down on average`. */
function useMoverWords(result: MultiverseResult): (row: MultiverseRow) => string {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  return useMemo(
    () =>
      ({ mover }) => {
        if (mover === null) return t('multiverse.noMover');
        return t(mover.change < 0 ? 'multiverse.up' : 'multiverse.down', {
          part: t(`part.${mover.part}`),
          choice: choiceNames(result.choices, mover.part, names)[mover.choice] ?? '',
          ranks: formatScore(Math.abs(mover.change)),
        });
      },
    [result, names, t],
  );
}
