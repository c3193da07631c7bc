import { Button, Checkbox } from '@blueprintjs/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { ResultView } from '../../../shared/model/result-view.ts';
import type { Override } from '../../../shared/model/scenario.ts';
import type { GoalAnswer } from '../../../shared/model/weight-analysis.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatSharePercent } from '../../../shared/text/numbers.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { selectCell, selectUnit, useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { CopyTable } from '../../ui/CopyTable.tsx';
import type { DataTable } from '../../ui/data-table.ts';
import { Swatch } from '../../ui/Swatch.tsx';
import { NumberField } from '../robustness/setup/NumberField.tsx';
import { type GoalLine, goalLines, jointOverrides, stepOverride } from './goal-lines.ts';
import { KeepAsScenario } from './KeepAsScenario.tsx';
import { useGoal } from './use-goal.ts';
import { useMeasures } from './use-measures.ts';
import { Select } from '../../ui/Select.tsx';

interface RankGoalProps {
  readonly unit: UnitCode;
  readonly view: ResultView;
}

interface OwnRange {
  readonly low: number;
  readonly high: number;
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
            ) : goal.stopped ? (
              <span className="muted">{t('stopped')}</span>
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

interface GoalRowProps {
  readonly unit: UnitCode;
  readonly rank: number;
  readonly line: GoalLine;
  readonly names: Names;
  readonly isOwnRange: boolean;
  readonly onFix: () => void;
  readonly onRange: (range: OwnRange | null) => void;
}

function GoalRow({ unit, rank, line, names, isOwnRange, onFix, onRange }: GoalRowProps) {
  const { t } = useTranslation('whatItTakes');
  const index = useWorkbook((state) => state.index);
  const measured = useMeasures();
  const [open, setOpen] = useState(false);
  const { indicator, definition, from, enough, worst, best, rankAtBest } = line;
  const inWords = (value: number) => measured(indicator, definition, value);
  const name = names.node(indicator);
  const [low, high] = worst <= best ? [worst, best] : [best, worst];
  const overrides = stepOverride(unit, line);
  return (
    <li className="goal-line" data-possible={enough !== null || undefined}>
      <div className="goal-head">
        <Checkbox checked aria-label={t('mayMove', { indicator: name })} onChange={onFix} />
        <button type="button" className="goal-name" onClick={() => selectCell(unit, indicator)}>
          <Swatch dimension={index?.dimensionOf.get(indicator) ?? -1} />
          <span>{name}</span>
        </button>
        <Button
          size="small"
          variant="minimal"
          active={open}
          aria-expanded={open}
          text={t('range')}
          aria-label={t('rangeOf', { indicator: name })}
          onClick={() => setOpen(!open)}
        />
        {enough !== null && (
          <KeepAsScenario
            name={t('goalName', { unit: names.unit(unit), rank })}
            overrides={overrides}
            what={name}
          />
        )}
      </div>
      <p className={enough === null ? 'muted' : undefined}>
        {enough === null
          ? t(rankAtBest === 0 ? 'notEvenBestUnranked' : 'notEvenBest', {
              best: inWords(best),
              rank: rankAtBest,
            })
          : from === null
            ? t('fill', { to: inWords(enough) })
            : t(definition.direction === 1 ? 'raise' : 'lower', {
                from: inWords(from),
                to: inWords(enough),
              })}
      </p>
      {enough !== null && from !== null && <WayBar line={line} />}
      {open && (
        <div className="goal-range">
          <NumberField
            label={t('low')}
            value={low}
            least={-1e15}
            most={high}
            onEnter={(value) => onRange({ low: value, high })}
          />
          <NumberField
            label={t('high')}
            value={high}
            least={low}
            most={1e15}
            onEnter={(value) => onRange({ low, high: value })}
          />
          {isOwnRange && (
            <Button
              size="small"
              variant="minimal"
              text={t('usualRange')}
              onClick={() => onRange(null)}
            />
          )}
        </div>
      )}
    </li>
  );
}

/** From the worst of the range (left) to its best: where the value is and how far it has to go. */
function WayBar({ line }: { line: GoalLine }) {
  const { from, enough, worst, best } = line;
  if (from === null || enough === null || worst === best) return null;
  const place = (value: number) =>
    Math.min(100, Math.max(0, ((value - worst) / (best - worst)) * 100));
  const [start, end] = [place(from), place(enough)];
  return (
    <span className="way-bar" aria-hidden="true">
      <i style={{ left: `${start}%`, width: `${Math.max(end - start, 0.5)}%` }} />
    </span>
  );
}

interface TogetherProps {
  readonly unit: UnitCode;
  readonly rank: number;
  readonly answer: GoalAnswer;
  readonly names: Names;
}

/** The least of several indicators together, or why there is none. */
function Together({ unit, rank, answer, names }: TogetherProps) {
  const { t } = useTranslation('whatItTakes');
  const index = useWorkbook((state) => state.index);
  const measured = useMeasures();
  const { together, rankAtAllBest, steps } = answer;
  if (index === null) return null;
  if (together === null) {
    const reaches = rankAtAllBest > 0 && rankAtAllBest <= rank;
    return (
      <p className="takes-sentence">
        {reaches
          ? t('tooFew')
          : t(rankAtAllBest === 0 ? 'notEvenAllUnranked' : 'notEvenAll', {
              rank: rankAtAllBest,
            })}
      </p>
    );
  }
  if (together.moves.length === 0) return null;
  const overrides = jointOverrides(unit, together, steps, index);
  return (
    <section className="takes-together" aria-label={t('together')}>
      <div className="goal-head">
        <h3>{t('together')}</h3>
        <KeepAsScenario
          name={t('goalName', { unit: names.unit(unit), rank })}
          overrides={overrides as readonly Override[]}
          what={t('together')}
        />
      </div>
      <ul>
        {together.moves.map(({ indicator, from }, at) => {
          const definition = index.byCode.get(indicator)?.indicator ?? null;
          const to = overrides[at]?.value ?? null;
          if (definition === null || to === null) return null;
          return (
            <li key={indicator}>
              {t('move', {
                indicator: names.node(indicator),
                from: measured(indicator, definition, from),
                to: measured(indicator, definition, to),
              })}
            </li>
          );
        })}
      </ul>
      <p className="muted">
        {t(together.proved ? 'effortProved' : 'effortFound', {
          effort: formatSharePercent(together.effort),
        })}
      </p>
    </section>
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
