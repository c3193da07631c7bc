/** Name of the custom property with the colour of a dimension; eight colours, then from the start. */
export function dimensionColour(dimension: number): string {
  return dimension < 0 ? 'var(--text-muted)' : `var(--dimension-${(dimension % 8) + 1})`;
}
