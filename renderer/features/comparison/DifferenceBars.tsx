import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitComparison } from '../../../shared/model/compare-units.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatScoreDifference } from '../../../shared/text/numbers.ts';
import { selectCell } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { Swatch } from '../../ui/Swatch.tsx';

interface DifferenceBarsProps {
  readonly comparison: UnitComparison;
  readonly names: Names;
}

const MAIN = 8;
/** Prints as 0.0: no difference worth a bar. */
const INVISIBLE = 0.05;

/** One bar an indicator: to the right what speaks for the higher unit, to the left what speaks for the lower. */
export function DifferenceBars({ comparison, names }: DifferenceBarsProps) {
  const { t } = useTranslation('comparison');
  const [all, setAll] = useState(false);
  const index = useWorkbook((state) => state.index);
  const { differences, higher, lower } = comparison;
  const visible = differences.filter(({ difference }) => Math.abs(difference) >= INVISIBLE);
  const shown = all ? visible : visible.slice(0, MAIN);
  const widest = Math.abs(visible[0]?.difference ?? 0);
  const sum = differences.reduce((total, { difference }) => total + difference, 0);
  return (
    <>
      <div className="comparison-sides" aria-hidden="true">
        <span>{names.unit(lower)}</span>
        <span>{names.unit(higher)}</span>
      </div>
      <ul className="comparison-bars" aria-label={t('bars')}>
        {shown.map(({ indicator, difference, missingIn }) => {
          const words = {
            indicator: names.node(indicator),
            difference: formatScoreDifference(difference),
          };
          // Evidence of the one that has a value; of the higher one where both have.
          const unit = missingIn === higher ? lower : higher;
          return (
            <li key={indicator}>
              <button
                type="button"
                className="comparison-row"
                aria-label={
                  missingIn === null
                    ? t('bar', words)
                    : t('barMissing', { ...words, unit: names.unit(missingIn) })
                }
                onClick={() => selectCell(unit, indicator)}
              >
                <span className="comparison-name">
                  <Swatch dimension={index?.dimensionOf.get(indicator) ?? -1} />
                  <span>{words.indicator}</span>
                  {missingIn !== null && (
                    <span className="muted">{t('missing', { unit: names.unit(missingIn) })}</span>
                  )}
                </span>
                <Bar difference={difference} widest={widest} hatched={missingIn !== null} />
                <span className="number">{words.difference}</span>
              </button>
            </li>
          );
        })}
        <li className="comparison-row comparison-sum">
          <span>{t('sum')}</span>
          <span className="number">{formatScoreDifference(sum)}</span>
        </li>
      </ul>
      {visible.length > MAIN && (
        <button type="button" className="comparison-more" onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('all', { count: visible.length })}
        </button>
      )}
    </>
  );
}

interface BarProps {
  readonly difference: number;
  readonly widest: number;
  /** One of the two has no value: the difference is also one of knowledge. */
  readonly hatched: boolean;
}

function Bar({ difference, widest, hatched }: BarProps) {
  const width = widest === 0 ? 0 : (Math.abs(difference) / widest) * 50;
  return (
    <span className="comparison-track">
      <span
        className="comparison-bar"
        data-for={difference > 0 ? 'higher' : 'lower'}
        data-hatched={hatched || undefined}
        style={
          difference > 0
            ? { left: '50%', width: `${width}%` }
            : { left: `${50 - width}%`, width: `${width}%` }
        }
      />
    </span>
  );
}
