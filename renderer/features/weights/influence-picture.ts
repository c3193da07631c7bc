import type { InfluenceAnswer } from '../../../shared/model/weight-analysis.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatSharePercent } from '../../../shared/text/numbers.ts';
import { barPicture } from '../../charts/bar-picture.ts';
import type { ChartColours } from '../../charts/colours.ts';
import type { PictureContent } from '../../charts/PictureMenu.tsx';

export const MEASURES = ['declared', 'effective', 'influence'] as const;
type Measure = (typeof MEASURES)[number];

/** Declared weight, effective weight and influence of every node, below each other. */
export function influencePicture(
  answers: readonly InfluenceAnswer[],
  names: Names,
  meaning: (measure: Measure) => string,
  colours: ChartColours,
): PictureContent {
  const colourOf = {
    declared: colours.hatch,
    effective: colours.accent,
    influence: colours.worse,
  } as const satisfies Record<Measure, string>;
  return barPicture(
    {
      rows: answers.map(({ node }) => names.node(node)),
      series: MEASURES.map((measure, lane) => ({
        name: meaning(measure),
        colour: colourOf[measure],
        shape: 'bar',
        lane,
        spans: answers.flatMap((answer, row) => {
          const share = answer[measure];
          return share === null ? [] : [{ row, from: 0, to: share }];
        }),
      })),
      axis: { from: 0, to: 1, label: formatSharePercent },
    },
    colours,
  );
}
