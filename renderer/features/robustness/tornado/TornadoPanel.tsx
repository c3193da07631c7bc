import { SegmentedControl } from '@blueprintjs/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { UnitCode } from '../../../../shared/model/ids.ts';
import type { TornadoRequest, TornadoResult } from '../../../../shared/model/one-at-a-time.ts';
import { formatScore, formatSharePercent, MISSING_MARK } from '../../../../shared/text/numbers.ts';
import { Chart } from '../../../charts/Chart.tsx';
import { useChartColours } from '../../../charts/colours.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { useScenarioName } from '../../../i18n/use-scenario-names.ts';
import { selectNode } from '../../../stores/selection-store.ts';
import { useMemory } from '../../../stores/use-memory.ts';
import { ControlError } from '../../../ui/ControlError.tsx';
import type { DataTable } from '../../../ui/data-table.ts';
import { removeOne, tornado } from '../analysis/analyses.ts';
import type { Kept } from '../analysis/analysis.ts';
import { NoResult } from '../analysis/NoResult.tsx';
import { ResultNote } from '../analysis/ResultNote.tsx';
import { RunControl } from '../analysis/RunControl.tsx';
import { useAnalysis } from '../analysis/use-analysis.ts';
import '../robustness.css';
import { NumberField } from '../setup/NumberField.tsx';
import { asPercent } from '../setup/WeightSource.tsx';
import { useRobustUnit } from '../unit/use-robust-unit.ts';
import { useRankedCount } from '../use-ranked-count.ts';
import { Removals } from './Removals.tsx';
import { tornadoHeight, tornadoOption } from './tornado-option.ts';
import { type TornadoMeasure, type UnitTornado, unitTornado } from './tornado-rows.ts';
import { Prose } from '../../../ui/Prose.tsx';

const Choices = z.object({ factor: z.number().min(0).max(1), measure: z.enum(['score', 'rank']) });
const INITIAL: z.infer<typeof Choices> = { factor: 0.25, measure: 'score' };

/** One unit, one weight at a time: which of them moves it most, and what becomes of it without each part. */
export function TornadoPanel() {
  const { t } = useTranslation('robustness');
  const { kept, error } = useAnalysis(tornado);
  const removals = useAnalysis(removeOne);
  const rankedCount = useRankedCount();
  const [{ factor, measure }, keep] = useMemory('robustness.tornado', Choices, INITIAL);
  return (
    <div className="panel robustness-result">
      <div className="result-controls">
        <NumberField
          label={t('tornado.factor')}
          value={asPercent(factor)}
          least={0}
          most={100}
          measure="%"
          onEnter={(percent) => keep({ factor: percent / 100, measure })}
        />
        <SegmentedControl
          aria-label={t('tornado.measure')}
          size="small"
          value={measure}
          options={[
            { value: 'score', label: t('tornado.score') },
            { value: 'rank', label: t('tornado.rank') },
          ]}
          onValueChange={(next) => keep({ factor, measure: next as TornadoMeasure })}
        />
        <RunControl
          analysis={tornado}
          label={t('tornado.run')}
          disabledBecause={rankedCount === 0 ? t('noRanked') : null}
          onRun={() => runBoth({ factor })}
          onCancel={stopBoth}
        />
        {error === null && (
          <ControlError error={removals.error} onDismiss={removeOne.dismissError} />
        )}
      </div>
      {kept === null ? (
        <NoResult title={t('tornado.title')}>{t('tornado.empty')}</NoResult>
      ) : (
        <OfUnit kept={kept} measure={measure} removals={removals.kept} />
      )}
    </div>
  );
}

/** One weight at a time, and the framework without each of its parts: two answers to one question. */
function runBoth(request: TornadoRequest): void {
  void tornado.run(request);
  void removeOne.run({});
}

function stopBoth(): void {
  tornado.stop();
  removeOne.stop();
}

interface OfUnitProps {
  readonly kept: Kept<TornadoRequest, TornadoResult>;
  readonly measure: TornadoMeasure;
  readonly removals: ReturnType<typeof removeOne.use.getState>['kept'];
}

function OfUnit({ kept, measure, removals }: OfUnitProps) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const scenario = useScenarioName();
  const { result, request, engine } = kept;
  const unit = useRobustUnit();
  const shown = useMemo(
    () => (unit === null ? null : unitTornado(result, unit, measure)),
    [result, unit, measure],
  );
  if (unit === null) return <NoResult title={t('tornado.title')}>{t('noRanked')}</NoResult>;
  if (shown === null || Number.isNaN(shown.nominalScore)) {
    return (
      <NoResult title={names.unit(unit)}>
        {t('tornado.noScore', { unit: names.unit(unit) })}
      </NoResult>
    );
  }
  return (
    <>
      <div className="result-body">
        <Bars shown={shown} unit={unit} measure={measure} factor={request.factor} />
        {removals !== null && <Removals kept={removals} unit={unit} />}
      </div>
      <ResultNote
        analysis={tornado}
        kept={kept}
        statement={t('tornado.statement', {
          factor: formatSharePercent(request.factor),
          scenario,
          engine,
        })}
        onRunAgain={() => runBoth(request)}
      />
    </>
  );
}

/** More weights than this move nothing that can be seen. */
const MOST_BARS = 15;

interface BarsProps {
  readonly shown: UnitTornado;
  readonly unit: UnitCode;
  readonly measure: TornadoMeasure;
  readonly factor: number;
}

function Bars({ shown, unit, measure, factor }: BarsProps) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const colours = useChartColours();
  const { rows } = shown;
  const drawn = useMemo(() => ({ ...shown, rows: rows.slice(0, MOST_BARS) }), [shown, rows]);
  const share = formatSharePercent(factor);
  const option = useMemo(
    () =>
      tornadoOption(
        drawn,
        measure,
        {
          nodes: drawn.rows.map(({ node }) => names.node(node)),
          down: t('tornado.down', { share }),
          up: t('tornado.up', { share }),
          axis: t(`tornado.${measure}`),
          number: measure === 'score' ? formatScore : (rank) => String(Math.round(rank)),
          hint: (at) => {
            const row = drawn.rows[at];
            if (row === undefined) return '';
            return t('tornado.hint', {
              node: names.node(row.node),
              share,
              scoreDown: formatScore(row.scoreDown),
              scoreUp: formatScore(row.scoreUp),
              rankDown: printedRank(row.rankDown),
              rankUp: printedRank(row.rankUp),
            });
          },
        },
        colours,
      ),
    [drawn, measure, names, colours, share, t],
  );
  const table = useMemo<DataTable>(
    () => ({
      columns: [
        t('tornado.node'),
        t('tornado.scoreDown'),
        t('tornado.scoreUp'),
        t('tornado.rankDown'),
        t('tornado.rankUp'),
      ],
      rows: rows.map((row) => [
        names.node(row.node),
        row.scoreDown,
        row.scoreUp,
        row.rankDown || null,
        row.rankUp || null,
      ]),
    }),
    [rows, names, t],
  );
  const [first] = rows;
  const summary =
    first === undefined
      ? t('tornado.none')
      : t('tornado.summary', {
          unit: names.unit(unit),
          share,
          node: names.node(first.node),
          scoreDown: formatScore(first.scoreDown),
          scoreUp: formatScore(first.scoreUp),
          rankDown: printedRank(first.rankDown),
          rankUp: printedRank(first.rankUp),
          score: formatScore(shown.nominalScore),
          rank: printedRank(shown.nominalRank),
        });
  return (
    <>
      <p className="result-summary">
        <Prose>{summary}</Prose>
      </p>
      {first !== undefined && (
        <Chart
          title={t('tornado.chart', { unit: names.unit(unit) })}
          summary={summary}
          option={option}
          table={table}
          height={tornadoHeight(drawn.rows.length)}
          onSelect={({ dataIndex }) => selectNode(drawn.rows[dataIndex]?.node ?? null)}
        />
      )}
      {rows.length > MOST_BARS && (
        <p className="setup-explanation">
          {t('tornado.first', { shown: MOST_BARS, total: rows.length })}
        </p>
      )}
    </>
  );
}

function printedRank(rank: number): string {
  return rank === 0 ? MISSING_MARK : String(rank);
}
