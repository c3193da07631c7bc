import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DIMENSION_COLOURS } from '../../../shared/model/dimension-colours.ts';

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');

/** Custom properties of the block whose selector ends with the theme. */
function theme(name: string): Map<string, string> {
  const start = css.indexOf(`:root[data-theme='${name}'] {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/gu)].map(([, key = '', value = '']) => [key, value]),
  );
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark', 'high-contrast'])('the %s theme', (name) => {
  const tokens = theme(name);
  const texts = [
    'text',
    'text-muted',
    'text-faint',
    'accent',
    'better',
    'worse',
    'warning',
    'danger',
  ];
  const grounds = [
    'surface',
    'surface-sunken',
    'surface-raised',
    'surface-hover',
    'surface-selected',
    'ground',
  ];

  test('has text that can be read on every ground', () => {
    const weak = texts.flatMap((text) =>
      grounds
        .map((ground) => ({
          text,
          ground,
          ratio: contrast(tokens.get(text) ?? '', tokens.get(ground) ?? ''),
        }))
        .filter(({ ratio }) => !(ratio >= 4.5)),
    );
    expect(weak).toEqual([]);
  });

  test('has text on the accent that can be read', () => {
    expect(
      contrast(tokens.get('on-accent') ?? '', tokens.get('accent') ?? ''),
    ).toBeGreaterThanOrEqual(4.5);
  });

  test('has eight different dimension colours', () => {
    const colours = DIMENSION_COLOURS.map((_, at) => tokens.get(`dimension-${at + 1}`));
    expect(new Set(colours).size).toBe(8);
    expect(colours).not.toContain(undefined);
  });
});

test('the light dimension colours are those of the brief', () => {
  expect(DIMENSION_COLOURS.map((_, at) => theme('light').get(`dimension-${at + 1}`))).toEqual([
    ...DIMENSION_COLOURS,
  ]);
});
