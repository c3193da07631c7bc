import { Button, Checkbox } from '@blueprintjs/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import type { Names } from '../../../shared/text/names.ts';
import { selectCell } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { Swatch } from '../../ui/Swatch.tsx';
import { NumberField } from '../robustness/setup/NumberField.tsx';
import { type GoalLine, stepOverride } from './goal-lines.ts';
import { KeepAsScenario } from './KeepAsScenario.tsx';
import { useMeasures } from './use-measures.ts';

/** Within which values an indicator may move, where an analyst knows better than the data. */
export interface OwnRange {
  readonly low: number;
  readonly high: number;
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

/** What one indicator alone would have to become, and within which range it may move. */
export function GoalRow({ unit, rank, line, names, isOwnRange, onFix, onRange }: GoalRowProps) {
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
