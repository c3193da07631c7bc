import { SegmentedControl } from '@blueprintjs/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  SensitivityRequest,
  SensitivityResult,
} from '../../../../shared/model/sensitivity.ts';
import { enumerate } from '../../../../shared/text/lists.ts';
import { formatPercent, formatValue } from '../../../../shared/text/numbers.ts';
import { Chart } from '../../../charts/Chart.tsx';
import { useChartColours } from '../../../charts/colours.ts';
import { useLanguage, useWorkbookNames } from '../../../i18n/use-names.ts';
import type { DataTable } from '../../../ui/data-table.ts';
import { sensitivity } from '../analysis/analyses.ts';
import type { Kept } from '../analysis/analysis.ts';
import { NoResult } from '../analysis/NoResult.tsx';
import { ResultNote } from '../analysis/ResultNote.tsx';
import { RunControl } from '../analysis/RunControl.tsx';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useStatement } from '../analysis/use-statement.ts';
import '../robustness.css';
import { NumberField } from '../setup/NumberField.tsx';
import { inputsOf } from '../setup/robustness-setup.ts';
import { useRobustnessSetup } from '../setup/use-robustness-setup.ts';
import { useRobustUnit } from '../unit/use-robust-unit.ts';
import { useRankedCount } from '../use-ranked-count.ts';
import { influenceHeight, influenceOption } from './influence-option.ts';
import {
  byInfluence,
  explainedAlone,
  type InfluenceRow,
  influenceRows,
  printedIndex,
} from './influence-rows.ts';
import { Prose } from '../../../ui/Prose.tsx';

/** What the ranking, and one unit's rank, depend on: Sobol indices of the sources that are ticked. */
export function InfluencePanel() {
  const { t } = useTranslation('robustness');
  const { kept } = useAnalysis(sensitivity);
  return (
    <div className="panel robustness-result">
      <RunInfluence />
      {kept === null ? (
        <NoResult title={t('influence.title')}>{t('influence.empty')}</NoResult>
      ) : (
        <Influence kept={kept} />
      )}
    </div>
  );
}

function RunInfluence() {
  const { t } = useTranslation('robustness');
  const { setup, keep, sources } = useRobustnessSetup();
  const rankedCount = useRankedCount();
  const inputs = inputsOf(sources).length;
  const request: SensitivityRequest = { samples: setup.samples, seed: setup.seed, sources };
  const runs = (asked: SensitivityRequest) => asked.samples * (inputsOf(asked.sources).length + 2);
  return (
    <div className="result-controls">
      <NumberField
        label={t('influence.samples')}
        value={setup.samples}
        least={2}
        most={10_000_000}
        whole
        onEnter={(samples) => keep({ ...setup, samples })}
      />
      <span className="muted">
        {t('influence.runs', { count: inputs, runs: formatValue(runs(request)), seed: setup.seed })}
      </span>
      <RunControl
        analysis={sensitivity}
        label={t('influence.run')}
        disabledBecause={
          inputs === 0 ? t('setup.nothingTicked') : rankedCount === 0 ? t('noRanked') : null
        }
        progress={({ fraction, request: asked }) =>
          t('progress.samples', {
            done: formatValue(Math.round(fraction * runs(asked))),
            runs: formatValue(runs(asked)),
            share: formatPercent(fraction),
          })
        }
        onRun={() => void sensitivity.run(request)}
      />
    </div>
  );
}

function Influence({ kept }: { kept: Kept<SensitivityRequest, SensitivityResult> }) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const statement = useStatement();
  const [of, setOf] = useState<'ranking' | 'unit'>('ranking');
  const { request, result } = kept;
  const unit = useRobustUnit();
  const ofUnit = result.units.find((each) => each.unit === unit);
  const indices = of === 'ranking' ? result.meanRankChange : ofUnit?.indices;
  const subject =
    of === 'ranking' || unit === null
      ? t('influence.ofRanking')
      : t('influence.ofUnit', { unit: names.unit(unit) });
  const rows = useMemo(
    () => (indices === undefined ? null : influenceRows(result.inputs, indices)),
    [result, indices],
  );
  return (
    <>
      <div className="result-body">
        <SegmentedControl
          aria-label={t('influence.output')}
          size="small"
          inline
          value={of}
          options={[
            { value: 'ranking', label: t('influence.ranking') },
            { value: 'unit', label: unit === null ? t('influence.unit') : names.unit(unit) },
          ]}
          onValueChange={(next) => setOf(next as 'ranking' | 'unit')}
        />
        {rows === null ? (
          <p className="result-summary">
            {indices === undefined && unit !== null
              ? t('unit.notRanked', { unit: names.unit(unit) })
              : t('influence.constant', { subject })}
          </p>
        ) : (
          <IndexChart rows={rows} subject={subject} />
        )}
      </div>
      <ResultNote
        analysis={sensitivity}
        kept={kept}
        statement={statement({
          kind: 'samples',
          count: request.samples,
          seed: request.seed,
          sources: request.sources,
          engine: kept.engine,
        })}
      />
    </>
  );
}

function IndexChart({ rows, subject }: { rows: readonly InfluenceRow[]; subject: string }) {
  const { t } = useTranslation('robustness');
  const language = useLanguage();
  const colours = useChartColours();
  const sorted = useMemo(() => byInfluence(rows), [rows]);
  const option = useMemo(
    () =>
      influenceOption(
        sorted,
        {
          inputs: sorted.map(({ input }) => t(`part.${input}`)),
          first: t('influence.first'),
          total: t('influence.total'),
          hint: (input, kind, { value, low, high }) =>
            t('influence.hint', {
              input,
              kind,
              value: printedIndex(value),
              low: printedIndex(low),
              high: printedIndex(high),
            }),
        },
        colours,
      ),
    [sorted, colours, t],
  );
  const table = useMemo<DataTable>(
    () => ({
      columns: [
        t('influence.input'),
        t('influence.first'),
        t('influence.firstLow'),
        t('influence.firstHigh'),
        t('influence.total'),
        t('influence.totalLow'),
        t('influence.totalHigh'),
      ],
      rows: rows.map(({ input, first, total }) => [
        t(`part.${input}`),
        first.value,
        first.low,
        first.high,
        total.value,
        total.low,
        total.high,
      ]),
    }),
    [rows, t],
  );
  const summary = t('influence.summary', {
    subject,
    inputs: enumerate(
      language,
      sorted.map(({ input, total }) =>
        t('influence.summaryInput', {
          input: t(`part.${input}`),
          value: printedIndex(total.value),
          low: printedIndex(total.low),
          high: printedIndex(total.high),
        }),
      ),
    ),
    alone: formatPercent(Math.max(0, explainedAlone(rows))),
  });
  return (
    <>
      <p className="result-summary">
        <Prose>{summary}</Prose>
      </p>
      <Chart
        title={t('influence.chart', { subject })}
        summary={summary}
        option={option}
        table={table}
        height={influenceHeight(rows.length)}
      />
      <p className="setup-explanation">
        <Prose>{t('influence.explanation')}</Prose>
      </p>
    </>
  );
}
