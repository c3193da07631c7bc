import type { CSSProperties } from 'react';
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
