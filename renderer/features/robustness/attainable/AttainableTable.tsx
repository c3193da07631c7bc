import { Button, ButtonGroup, Menu, MenuDivider, MenuItem, PopoverNext } from '@blueprintjs/core';
import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../../shared/model/ids.ts';
import type { AttainableAnswer, AttainedEnd } from '../../../../shared/model/weight-analysis.ts';
import { formatRankInterval, formatValue, MISSING_MARK } from '../../../../shared/text/numbers.ts';
import { useChartColours } from '../../../charts/colours.ts';
import { PictureMenu } from '../../../charts/PictureMenu.tsx';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { useScenarioName } from '../../../i18n/use-scenario-names.ts';
import { selectUnit, useSelection } from '../../../stores/selection-store.ts';
import { useWorkbook } from '../../../stores/workbook-store.ts';
import { ControlError } from '../../../ui/ControlError.tsx';
import { CopyTable } from '../../../ui/CopyTable.tsx';
import type { RankBin } from '../ranks/rank-table.ts';
import { RowFilter } from '../ranks/RowFilter.tsx';
import { MOST_ROWS, shownRows } from '../ranks/shown-rows.ts';
import { attainablePicture } from './attainable-picture.ts';
import { adoptHere, adoptInNewScenario } from './adopt-weights.ts';

interface AttainableTableProps {
  readonly answers: readonly AttainableAnswer[];
  readonly nominalOf: ReadonlyMap<UnitCode, number>;
  /** Weights of a stale result prove nothing about the inputs of now, so they cannot be adopted. */
  readonly current: boolean;
}

/** One bar a unit, from its best to its worst attainable rank. */
export function AttainableTable({ answers, nominalOf, current }: AttainableTableProps) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const selected = useSelection((state) => state.unit);
  const colours = useChartColours();
  const [filter, setFilter] = useState('');
  const [error, setError] = useState<unknown>(null);
  const sorted = useMemo(
    () =>
      answers.toSorted(
        (a, b) =>
          (nominalOf.get(a.unit) || Infinity) - (nominalOf.get(b.unit) || Infinity) ||
          a.best.rank - b.best.rank,
      ),
    [answers, nominalOf],
  );
  const shown = useMemo(
    () => shownRows(sorted, filter, names.unit, selected),
    [sorted, filter, names, selected],
  );
  const scale = useMemo(
    () => scaleOf(shown, nominalOf, answers.length),
    [shown, nominalOf, answers.length],
  );
  return (
    <section aria-label={t('attainable.title')}>
      <header className="section-head">
        <h3>{t('attainable.title')}</h3>
        <ButtonGroup>
          <CopyTable
            table={() => ({
              columns: [
                t('table.unit'),
                t('table.nominal'),
                t('attainable.best'),
                t('attainable.bestBound'),
                t('attainable.worst'),
                t('attainable.worstBound'),
              ],
              rows: sorted.map(({ unit, best, worst }) => [
                names.unit(unit),
                nominalOf.get(unit) || null,
                best.rank,
                best.bound,
                worst.rank,
                worst.bound,
              ]),
            })}
          />
          <PictureMenu
            title={t('attainable.title')}
            picture={() =>
              attainablePicture(
                sorted,
                sorted.map(({ unit }) => nominalOf.get(unit) ?? 0),
                {
                  units: sorted.map(({ unit }) => names.unit(unit)),
                  found: t('attainable.range'),
                  unproved: t('attainable.notExcluded'),
                  nominal: t('table.nominal'),
                  axis: t('attainable.axis'),
                },
                colours,
              )
            }
          />
        </ButtonGroup>
      </header>
      <RowFilter filter={filter} onChange={setFilter} shown={shown.length} total={sorted.length} />
      <ControlError error={error} onDismiss={() => setError(null)} />
      <table className="plain-table robustness-table attainable-table">
        <thead>
          <tr>
            <th scope="col">{t('table.unit')}</th>
            <th scope="col" className="number">
              {t('table.nominal')}
            </th>
            <th scope="col" className="number">
              {t('attainable.range')}
            </th>
            <th scope="col" className="attainable-axis">
              <span>{formatValue(scale.from)}</span>
              <span>{formatValue(scale.to)}</span>
            </th>
            <th scope="col" aria-label={t('attainable.adopt')} />
          </tr>
        </thead>
        <tbody>
          {shown.map((answer) => (
            <AttainableRow
              key={answer.unit}
              answer={answer}
              nominal={nominalOf.get(answer.unit) ?? 0}
              scale={scale}
              selected={answer.unit === selected}
              current={current}
              onError={setError}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** All ranks, or of very many those that the rows on screen may have. */
function scaleOf(
  shown: readonly AttainableAnswer[],
  nominalOf: ReadonlyMap<UnitCode, number>,
  ranks: number,
): RankBin {
  if (ranks <= MOST_ROWS || shown.length === 0) return { from: 1, to: ranks };
  const reached = shown.flatMap(({ unit, best, worst }) => [
    best.bound,
    worst.bound,
    nominalOf.get(unit) || best.rank,
  ]);
  return { from: Math.min(...reached), to: Math.max(...reached) };
}

interface AttainableRowProps {
  readonly answer: AttainableAnswer;
  readonly nominal: number;
  readonly scale: RankBin;
  readonly selected: boolean;
  readonly current: boolean;
  readonly onError: (error: unknown) => void;
}

function AttainableRow(props: AttainableRowProps) {
  const { answer, nominal, scale, selected, current, onError } = props;
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const { unit, best, worst } = answer;
  const name = names.unit(unit);
  const unproved = [
    ...(best.rank === best.bound ? [] : [t('attainable.perhapsBest', { rank: best.bound })]),
    ...(worst.rank === worst.bound ? [] : [t('attainable.perhapsWorst', { rank: worst.bound })]),
  ];
  return (
    <tr data-selected={selected || undefined}>
      <th scope="row">
        <button type="button" className="plain-button" onClick={() => selectUnit(unit)}>
          {name}
        </button>
      </th>
      <td className="number">{nominal || MISSING_MARK}</td>
      <td className="number">
        {formatRankInterval(best.rank, worst.rank)}
        {unproved.map((words) => (
          <span key={words} className="setup-explanation">
            {words}
          </span>
        ))}
      </td>
      <td>
        <RankBar best={best} worst={worst} nominal={nominal} scale={scale} />
      </td>
      <td>
        <AdoptMenu answer={answer} name={name} current={current} onError={onError} />
      </td>
    </tr>
  );
}

interface RankBarProps {
  readonly best: AttainedEnd;
  readonly worst: AttainedEnd;
  readonly nominal: number;
  /** The ranks at the two ends of the track. */
  readonly scale: RankBin;
}

/** From best to worst rank; hatched where the search could not exclude ranks beyond what it found. */
function RankBar({ best, worst, nominal, scale }: RankBarProps) {
  const place = (rank: number) => ((rank - scale.from) / (scale.to - scale.from + 1)) * 100;
  const span = (from: number, to: number) => ({
    left: `${place(from)}%`,
    width: `${place(to + 1) - place(from)}%`,
  });
  return (
    <span className="rank-track" aria-hidden="true">
      <span className="rank-bar" data-unproved style={span(best.bound, worst.bound)} />
      <span className="rank-bar" style={span(best.rank, worst.rank)} />
      {nominal > 0 && (
        <span
          className="rank-tick"
          style={{ left: `${(place(nominal) + place(nominal + 1)) / 2}%` }}
        />
      )}
    </span>
  );
}

interface AdoptMenuProps {
  readonly answer: AttainableAnswer;
  readonly name: string;
  readonly current: boolean;
  readonly onError: (error: unknown) => void;
}

/** Writes the weights that give the best or the worst rank. */
function AdoptMenu({ answer, name, current, onError }: AdoptMenuProps) {
  const { t } = useTranslation('robustness');
  const scenario = useScenarioName();
  const readOnly = useWorkbook((state) => state.info?.readOnly != null);
  const act = (run: () => Promise<void>) => () => {
    onError(null);
    run().catch(onError);
  };
  const ends = [
    { key: 'best', end: answer.best },
    { key: 'worst', end: answer.worst },
  ] as const;
  return (
    <PopoverNext
      placement="bottom-end"
      content={
        <Menu>
          {ends.map(({ key, end }) => (
            <Fragment key={key}>
              <MenuDivider title={t(`attainable.for.${key}`, { rank: end.rank })} />
              <MenuItem
                text={t('attainable.intoNew')}
                onClick={act(() =>
                  adoptInNewScenario(
                    end.shares,
                    t(`attainable.scenarioName.${key}`, { unit: name, rank: end.rank }),
                    t('attainable.scenarioDescription', { unit: name, rank: end.rank, scenario }),
                  ),
                )}
              />
              <MenuItem
                text={t('attainable.intoThis', { scenario })}
                onClick={act(() => adoptHere(end.shares))}
              />
            </Fragment>
          ))}
        </Menu>
      }
    >
      <Button
        size="small"
        disabled={!current || readOnly}
        text={t('attainable.adopt')}
        aria-label={t('attainable.adoptOf', { unit: name })}
      />
    </PopoverNext>
  );
}
