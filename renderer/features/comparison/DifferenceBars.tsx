import { Button } from '@blueprintjs/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { UnitComparison } from '../../../shared/model/compare-units.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatScoreDifference } from '../../../shared/text/numbers.ts';
import { useChartColours } from '../../charts/colours.ts';
import { PictureMenu } from '../../charts/PictureMenu.tsx';
import { compareUnits, selectNode } from '../../stores/selection-store.ts';
import { useMemory } from '../../stores/use-memory.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { CopyTable } from '../../ui/CopyTable.tsx';
import { Swatch } from '../../ui/Swatch.tsx';
import { differencePicture } from './difference-picture.ts';
import { type DifferenceRow, differenceRows, sumAsPrinted } from './difference-rows.ts';

interface DifferenceBarsProps {
  readonly comparison: UnitComparison;
  readonly names: Names;
}

const MAIN = 8;

const Level = z.enum(['indicator', 'dimension']);

/** One bar an indicator or a dimension: to the right what speaks for the higher unit, to the left what speaks for the lower. */
export function DifferenceBars({ comparison, names }: DifferenceBarsProps) {
  const { t } = useTranslation('comparison');
  const [all, setAll] = useState(false);
  const [level, setLevel] = useMemory('comparison', Level, 'indicator');
  const index = useWorkbook((state) => state.index);
  const colours = useChartColours();
  const { higher, lower } = comparison;
  const rows = differenceRows(comparison, level);
  const visible = rows.filter(({ printed }) => printed !== 0);
  const shown = all ? visible : visible.slice(0, MAIN);
  const widest = Math.max(0, ...visible.map(({ difference }) => Math.abs(difference)));
  const table = () => ({
    columns: [t('column.name'), t('column.difference'), t('column.printed'), t('column.missing')],
    rows: rows.map(({ node, difference, printed, missingIn }) => [
      names.node(node),
      difference,
      printed,
      missingIn === null ? null : names.unit(missingIn),
    ]),
  });
  return (
    <>
      <div className="comparison-tools" role="toolbar" aria-label={t('tools')}>
        {Level.options.map((each) => (
          <Button
            key={each}
            size="small"
            variant="minimal"
            text={t(each === 'indicator' ? 'byIndicator' : 'byDimension')}
            aria-pressed={level === each}
            onClick={() => setLevel(each)}
          />
        ))}
        <span className="comparison-space" />
        <CopyTable table={table} />
        <PictureMenu
          title={t('picture', { higher: names.unit(higher), lower: names.unit(lower) })}
          picture={() =>
            differencePicture(
              comparison,
              visible,
              names,
              (unit) => t('missing', { unit: names.unit(unit) }),
              colours,
            )
          }
        />
      </div>
      <div className="comparison-sides" aria-hidden="true">
        <span>{names.unit(lower)}</span>
        <span>{names.unit(higher)}</span>
      </div>
      <ul className="comparison-bars" aria-label={t('bars')}>
        {shown.map((row) => (
          <li key={row.node}>
            <DifferenceBar
              row={row}
              names={names}
              widest={widest}
              dimension={index?.dimensionOf.get(row.node) ?? -1}
              onChoose={() => {
                // Evidence of the one that has a value; of the higher one where both have. The pair stays.
                if (row.missingIn === higher) compareUnits(lower, higher);
                else compareUnits(higher, lower);
                selectNode(row.node);
              }}
            />
          </li>
        ))}
        <li className="comparison-row comparison-sum">
          <span>{t('sum')}</span>
          <span className="number">{formatScoreDifference(sumAsPrinted(rows))}</span>
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

interface DifferenceBarProps {
  readonly row: DifferenceRow;
  readonly names: Names;
  readonly widest: number;
  readonly dimension: number;
  readonly onChoose: () => void;
}

function DifferenceBar({ row, names, widest, dimension, onChoose }: DifferenceBarProps) {
  const { t } = useTranslation('comparison');
  const { node, difference, printed, missingIn } = row;
  const words = { indicator: names.node(node), difference: formatScoreDifference(printed) };
  return (
    <button
      type="button"
      className="comparison-row"
      aria-label={
        missingIn === null
          ? t('bar', words)
          : t('barMissing', { ...words, unit: names.unit(missingIn) })
      }
      onClick={onChoose}
    >
      <span className="comparison-name">
        <Swatch dimension={dimension} />
        <span>{words.indicator}</span>
        {missingIn !== null && (
          <span className="muted">{t('missing', { unit: names.unit(missingIn) })}</span>
        )}
      </span>
      <Bar difference={difference} widest={widest} hatched={missingIn !== null} />
      <span className="number">{words.difference}</span>
    </button>
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
