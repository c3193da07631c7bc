import type { CSSProperties, ReactNode } from 'react';
import { dimensionColour } from './dimension-colour.ts';

/** The colour of a dimension, beside its name. */
export function Swatch({ dimension }: { dimension: number }) {
  return (
    <span
      className="swatch"
      aria-hidden="true"
      style={{ '--swatch': dimensionColour(dimension) } as CSSProperties}
    />
  );
}

/** A name after the colour of its dimension; further lines of it begin under the name, not under the colour. */
export function NameWithSwatch({
  dimension,
  children,
}: {
  dimension: number;
  children: ReactNode;
}) {
  return (
    <span className="name-with-swatch">
      <Swatch dimension={dimension} />
      <span>{children}</span>
    </span>
  );
}
