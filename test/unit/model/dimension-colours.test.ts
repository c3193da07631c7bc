import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DIMENSION_COLOURS, dimensionColour } from '../../../shared/model/dimension-colours.ts';

type Rgb = readonly [number, number, number];

/** Linear light of a colour `#rrggbb`. */
function linear(hex: string): Rgb {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** Severity 1 of Machado, Oliveira & Fernandes 2009. */
const VISIONS: Record<string, readonly (readonly [number, number, number])[]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(vision: string, [red, green, blue]: Rgb): Rgb {
  const [r, g, b] = (VISIONS[vision] ?? []).map((row) =>
    Math.min(1, Math.max(0, row[0] * red + row[1] * green + row[2] * blue)),
  );
  return [r ?? 0, g ?? 0, b ?? 0];
}

/** CIE L*a*b* of linear light, D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const five = DIMENSION_COLOURS.slice(0, 5);
const pairs = five.flatMap((a, at) => five.slice(at + 1).map((b) => [a, b] as const));

describe.each(Object.keys(VISIONS))('with %s', (vision) => {
  // CIE76: 2.3 is just noticeable; 20 is told apart at a glance in fields of the size of a bar.
  test.each(pairs)('%s and %s are told apart', (a, b) =>
    expect(distance(lab(seen(vision, linear(a))), lab(seen(vision, linear(b))))).toBeGreaterThan(
      20,
    ),
  );
});

test.each(pairs)('%s and %s differ in grey print', (a, b) =>
  expect(Math.abs(lab(linear(a))[0] - lab(linear(b))[0])).toBeGreaterThan(8),
);

test('the screen uses the same colours in light', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');
  const light = tokens.slice(tokens.indexOf("data-theme='light'"));
  DIMENSION_COLOURS.forEach((colour, position) => {
    const token = new RegExp(`--dimension-${position + 1}: (#[0-9a-f]{6});`).exec(light)?.[1];
    expect(token).toBe(colour);
  });
});

test('a framework with more dimensions starts again', () =>
  expect(dimensionColour(8)).toBe(dimensionColour(0)));
