import type { UnitComparison } from '../../../shared/model/compare-units.ts';
import type { UnitCode } from '../../../shared/model/ids.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatScoreDifference } from '../../../shared/text/numbers.ts';
import { barPicture, type BarSeries } from '../../charts/bar-picture.ts';
import type { ChartColours } from '../../charts/colours.ts';
import type { PictureContent } from '../../charts/PictureMenu.tsx';
import type { DifferenceRow } from './difference-rows.ts';

/** What speaks for the lower unit to the left, for the higher to the right; hollow where one of them has no value. */
export function differencePicture(
  { higher, lower }: UnitComparison,
  rows: readonly DifferenceRow[],
  names: Names,
  missing: (unit: UnitCode) => string,
  colours: ChartColours,
): PictureContent {
  const widest = rows.reduce((most, { difference }) => Math.max(most, Math.abs(difference)), 0);
  const series = [lower, higher].flatMap((unit): BarSeries[] => {
    const colour = unit === higher ? colours.better : colours.worse;
    const spans = (isMissing: boolean) =>
      rows.flatMap(({ difference, missingIn }, row) =>
        difference > 0 === (unit === higher) && (missingIn !== null) === isMissing
          ? [{ row, from: 0, to: difference }]
          : [],
      );
    return [
      { name: names.unit(unit), colour, shape: 'bar', spans: spans(false) },
      {
        name: missing(unit === higher ? lower : higher),
        colour,
        shape: 'hollow',
        spans: spans(true),
      },
    ];
  });
  return barPicture(
    {
      rows: rows.map(({ node }) => names.node(node)),
      texts: rows.map(({ printed }) => formatScoreDifference(printed)),
      series: series.filter(({ spans }) => spans.length > 0),
      axis: { from: -widest, to: widest, label: formatScoreDifference },
    },
    colours,
  );
}
