/**
 * Colours of the dimensions, in the order of the framework; the same on screen, in exported charts and in the brief.
 * The first five keep their distance under the three common colour-vision deficiencies and in grey print (CIEDE2000 and
 * lightness distances are tested); those after them serve frameworks with more dimensions, where order and label tell
 * them apart. Each has at least 3 : 1 contrast with its ground.
 */
export const DIMENSION_COLOURS = {
  light: [
    '#0f4680',
    '#12796b',
    '#c88720',
    '#983a24',
    '#9068c8',
    '#55626e',
    '#b24f88',
    '#6f7f22',
  ],
  dark: ['#4679b5', '#3fb8a7', '#f5cf93', '#d67258', '#c4b0fb', '#9aa7b3', '#e08fbf', '#b9c95a'],
} as const;

/** Colour of the dimension at `position` (0 = first) among the children of the index; starts again after the eighth. */
export function dimensionColour(position: number, ground: 'light' | 'dark' = 'light'): string {
  const colours = DIMENSION_COLOURS[ground];
  return colours[position % colours.length] as string;
}
