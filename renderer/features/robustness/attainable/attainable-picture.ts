import type { AttainableAnswer } from '../../../../shared/model/weight-analysis.ts';
import { barPicture, type BarSpan } from '../../../charts/bar-picture.ts';
import type { ChartColours } from '../../../charts/colours.ts';
import type { PictureContent } from '../../../charts/PictureMenu.tsx';

interface AttainableWords {
  /** Of the units, in the order of the answers. */
  readonly units: readonly string[];
  readonly found: string;
  readonly unproved: string;
  readonly nominal: string;
  readonly axis: string;
}

/** The ranges as on screen: from best to worst, paler where the search excluded nothing, a mark at the rank of now. */
export function attainablePicture(
  answers: readonly AttainableAnswer[],
  nominal: readonly number[],
  words: AttainableWords,
  colours: ChartColours,
): PictureContent {
  // A bar covers its ranks whole: the first one begins half a rank before it.
  const spans = (from: (answer: AttainableAnswer) => number, to: typeof from): BarSpan[] =>
    answers.map((answer, row) => ({ row, from: from(answer) - 0.5, to: to(answer) + 0.5 }));
  return barPicture(
    {
      rows: words.units,
      series: [
        {
          name: words.unproved,
          colour: colours.accentSoft,
          shape: 'bar',
          spans: spans(
            ({ best }) => best.bound,
            ({ worst }) => worst.bound,
          ),
        },
        {
          name: words.found,
          colour: colours.accent,
          shape: 'bar',
          spans: spans(
            ({ best }) => best.rank,
            ({ worst }) => worst.rank,
          ),
        },
        {
          name: words.nominal,
          colour: colours.text,
          shape: 'tick',
          spans: nominal.flatMap((rank, row) =>
            rank === 0 ? [] : [{ row, from: rank, to: rank }],
          ),
        },
      ],
      axis: {
        // Ticks are counted from the beginning of the axis: only from 0 they stand at ranks.
        from: 0,
        to: answers.length + 1,
        name: words.axis,
        interval: Math.max(1, Math.round(answers.length / 10)),
        label: (rank) => (rank >= 1 && rank <= answers.length ? `${rank}` : ''),
      },
    },
    colours,
  );
}
