/**
 * Colours of the dimensions in light and on paper, in the order of the framework. The first five keep their distance under
 * the three common colour-vision deficiencies and in grey print; those after them serve frameworks with more dimensions,
 * where order and label tell them apart.
 */
export const DIMENSION_COLOURS = [
  '#3465b3',
  '#38a692',
  '#e3ae38',
  '#cc5f3f',
  '#522f70',
  '#8f8b80',
  '#7fb2d8',
  '#9c4a6b',
] as const;

/** Colour of the dimension at `position` (0 = first) among the children of the index; starts again after the eighth. */
export function dimensionColour(position: number): string {
  return DIMENSION_COLOURS[position % DIMENSION_COLOURS.length] as string;
}
