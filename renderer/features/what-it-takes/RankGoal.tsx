import { Button, Checkbox } from '@blueprintjs/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { ResultView } from '../../../shared/model/result-view.ts';
import type { Names } from '../../../shared/text/names.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { selectUnit, useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { CopyTable } from '../../ui/CopyTable.tsx';
import type { DataTable } from '../../ui/data-table.ts';
import { type GoalLine, goalLines } from './goal-lines.ts';
import { useGoal } from './use-goal.ts';
import { Select } from '../../ui/Select.tsx';
import { GoalRow, type OwnRange } from './GoalRow.tsx';
import { Together } from './Together.tsx';

interface RankGoalProps {
  readonly unit: UnitCode;
  readonly view: ResultView;
}

/** The least improvements by which a unit reaches a rank: of one indicator alone, and of several together. */
export function RankGoal({ unit, view }: RankGoalProps) {
  const { t } = useTranslation('whatItTakes');
  const names = useWorkbookNames();
  const scenario = useSelection((state) => state.scenario);
  const excludedNodes = useScenarios((state) => state.resolved?.excludedNodes ?? null);
  const index = useWorkbook((state) => state.index);
  const now = view.result.rank[view.unitPosition(unit)] ?? 0;
  const [asked, setAsked] = useState<number | null>(null);
  const [fixed, setFixed] = useState<ReadonlySet<NodeCode>>(new Set());
  const [ranges, setRanges] = useState<ReadonlyMap<NodeCode, OwnRange>>(new Map());
  const mostRank = Math.max(1, now > 0 ? now - 1 : view.ranked.length);
  const rank = Math.min(asked ?? (now > 1 ? now - 1 : 1), mostRank);

  const included = (index?.indicators ?? []).filter(({ code }) => isIn(code));
  function isIn(code: NodeCode): boolean {
    for (let at: NodeCode | null = code; at !== null; at = index?.byCode.get(at)?.parent ?? null) {
      if (excludedNodes?.includes(at) === true) return false;
    }
    return true;
  }
  const moves = included
    .filter(({ code }) => !fixed.has(code))
    .map(({ code }) => ({
      indicator: code,
      low: ranges.get(code)?.low ?? null,
      high: ranges.get(code)?.high ?? null,
    }));
  const goal = useGoal({ scenario, unit, rank, moves });
  const { answer, fraction } = goal;
  const lines = answer === null || index === null ? [] : goalLines(answer.steps, index);
  const possible = lines.filter(({ enough }) => enough !== null);
  const words = { unit: names.unit(unit), rank };

  return (
    <>
      <div className="takes-question">
        <label>
          {t('unit')}
          <Select
            value={unit}
            options={[...view.ranked, ...view.notRanked].map((code) => ({
              value: code,
              label: names.unit(code),
            }))}
            onChange={(event) => selectUnit(event.currentTarget.value as UnitCode)}
          />
        </label>
        <label>
          {t('toRank')}
          <Select
            value={rank}
            options={Array.from({ length: mostRank }, (_, at) => ({
              value: at + 1,
              label: t('rankOption', { rank: at + 1 }),
            }))}
            onChange={(event) => setAsked(Number(event.currentTarget.value))}
          />
        </label>
      </div>
      {now === 1 ? (
        <p className="takes-sentence">{t('isFirst', words)}</p>
      ) : (
        <>
          <div className="takes-status" role="status">
            {fraction !== null ? (
              <>
                <span className="muted">{t('seeking')}</span>
                <Button size="small" variant="minimal" text={t('stop')} onClick={goal.stop} />
              </>
            ) : goal.stopped || goal.error !== null ? (
              <>
                {goal.stopped && <span className="muted">{t('stopped')}</span>}
                <Button size="small" variant="minimal" text={t('again')} onClick={goal.again} />
              </>
            ) : (
              answer !== null && (
                <span>
                  {possible.length === 0
                    ? t('noneAlone', words)
                    : t('someAlone', { ...words, count: possible.length })}
                </span>
              )
            )}
            {lines.length > 0 && <CopyTable table={() => tableOf(lines, names, t)} />}
          </div>
          <ControlError error={goal.error} />
          {answer !== null && (
            <div aria-busy={fraction !== null} className="takes-answer">
              <Together unit={unit} rank={rank} answer={answer} names={names} />
              <h3>{t('alone1')}</h3>
              {lines.some(({ proved }) => !proved) && (
                <p className="muted">{t('aloneNotProved')}</p>
              )}
              <ul className="goal-lines" aria-label={t('alone1')}>
                {lines.map((line) => (
                  <GoalRow
                    key={line.indicator}
                    unit={unit}
                    rank={rank}
                    line={line}
                    names={names}
                    onFix={() => setFixed(new Set([...fixed, line.indicator]))}
                    onRange={(range) => {
                      const next = new Map(ranges);
                      if (range === null) next.delete(line.indicator);
                      else next.set(line.indicator, range);
                      setRanges(next);
                    }}
                    isOwnRange={ranges.has(line.indicator)}
                  />
                ))}
                {included
                  .filter(({ code }) => fixed.has(code))
                  .map(({ code }) => (
                    <li key={code} className="goal-line">
                      <Checkbox
                        checked={false}
                        label={names.node(code)}
                        onChange={() =>
                          setFixed(new Set([...fixed].filter((other) => other !== code)))
                        }
                      />
                      <p className="muted">{t('stays')}</p>
                    </li>
                  ))}
              </ul>
            </div>
          )}
        </>
      )}
    </>
  );
}

function tableOf(
  lines: readonly GoalLine[],
  names: Names,
  t: ReturnType<typeof useTranslation<'whatItTakes'>>['t'],
): DataTable {
  return {
    columns: [
      t('column.indicator'),
      t('column.from'),
      t('column.to'),
      t('column.worst'),
      t('column.best'),
      t('column.rankAtBest'),
    ],
    rows: lines.map(({ indicator, from, to, worst, best, rankAtBest }) => [
      names.node(indicator),
      from,
      to,
      worst,
      best,
      rankAtBest === 0 ? null : rankAtBest,
    ]),
  };
}
