import { Fragment } from 'react';

/** Two numbers or Latin words with a dash between: 1–3, 29.2–75.2, 5–95%, min–max. */
const RANGE = /([−\w][\w.,]*–[−\w][\w.,]*%?)/u;

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
