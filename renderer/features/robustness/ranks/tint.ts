/** WCAG 2: text of normal size. */
const LEAST_CONTRAST = 4.5;
const STEP = 0.02;
/** Stronger than this, frames and selection no longer stand out. */
const MOST = 0.8;

/**
 * How far a scale of colours may go so that text stays readable on all of it.
 *
 * @param text colour as #rrggbb or #rgb
 * @param scale colour as #rrggbb by its strength 0..1
 */
export function strongestTint(text: string, scale: (strength: number) => string): number {
  let strongest = STEP;
  while (strongest + STEP <= MOST && contrast(text, scale(strongest + STEP)) >= LEAST_CONTRAST) {
    strongest += STEP;
  }
  return strongest;
}

/** Contrast ratio of two colours, 1..21 (WCAG 2, relative luminance). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const long = colour.length === 4 ? colour.replaceAll(/[0-9a-f]/giu, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
