import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  MultiverseRequest,
  MultiverseResult,
} from '../../../../shared/model/one-at-a-time.ts';
import { formatRankInterval } from '../../../../shared/text/numbers.ts';
import { methodChoicesInWords } from '../../../../shared/text/uncertainty-in-words.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { useScenarioName } from '../../../i18n/use-scenario-names.ts';
import { useSelection } from '../../../stores/selection-store.ts';
import type { DataTable } from '../../../ui/data-table.ts';
import { multiverse } from '../analysis/analyses.ts';
import type { Kept } from '../analysis/analysis.ts';
import { ResultNote } from '../analysis/ResultNote.tsx';
import { RankHeatMap } from '../ranks/RankHeatMap.tsx';
import { binnedShares, rankBins } from '../ranks/rank-table.ts';
import { RowFilter } from '../ranks/RowFilter.tsx';
import { shownRows } from '../ranks/shown-rows.ts';
import { combinationsOf, type MultiverseRow, multiverseRows } from './multiverse-rows.ts';
import { Movers } from './Movers.tsx';
import { useMoverWords } from './use-mover-words.ts';
import { Prose } from '../../../ui/Prose.tsx';

/** How often each unit has each rank over all combinations, and which choice moves it most. */
export function MultiverseRanks({ kept }: { kept: Kept<MultiverseRequest, MultiverseResult> }) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const scenario = useScenarioName();
  const selected = useSelection((state) => state.unit);
  const [filter, setFilter] = useState('');
  const { result, engine } = kept;
  const rows = useMemo(() => multiverseRows(result), [result]);
  const combinations = combinationsOf(result);
  const shown = useMemo(
    () => shownRows(rows, filter, names.unit, selected),
    [rows, filter, names, selected],
  );
  const moverInWords = useMoverWords(result);
  const hintOf = useCallback(
    (unit: string, rank: string, share: string) => t('multiverse.cell', { unit, rank, share }),
    [t],
  );
  const table = useMemo<DataTable>(() => {
    const bins = rankBins({ from: 1, to: rows.length });
    return {
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
    };
  }, [rows, names, moverInWords, t]);
  const steady = rows.filter(({ best, worst }) => best === worst).length;
  const summary = t('multiverse.summary', { count: combinations, steady, total: rows.length });
  return (
    <>
      <div className="result-body">
        <p className="result-summary">
          <Prose>{summary}</Prose>
        </p>
        <RowFilter filter={filter} onChange={setFilter} shown={shown.length} total={rows.length} />
        <RankHeatMap
          title={t('multiverse.title')}
          summary={summary}
          rows={shown}
          ranks={rows.length}
          remarkOf={extremesOf}
          hintOf={hintOf}
          table={table}
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

function extremesOf({ best, worst }: MultiverseRow): string {
  return formatRankInterval(best, worst);
}
