import { Fragment } from 'react';

/** A range of numbers: 1–3, 29.2–75.2, 5–95%. */
const RANGE = /([−\d][\d.,]*–[−\d][\d.,]*%?)/u;

/** A sentence whose ranges are not torn apart at the end of a line; a browser breaks after the dash. */
export function Prose({ children }: { children: string }) {
  return children.split(RANGE).map((part, at) =>
    at % 2 === 1 ? (
      // The parts of a sentence have no other name than their place.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={at} className="unbroken">
        {part}
      </span>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
