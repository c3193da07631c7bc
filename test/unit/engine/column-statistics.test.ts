import { describe, expect, it } from 'vitest';
import {
  columnMean,
  columnMedian,
  columnRange,
  columnShape,
  columnStandardDeviation,
} from '../../../electron/engine/column-statistics.ts';

const of = (...values: number[]) => Float64Array.of(...values);
const SAMPLE = [3, 9, -2, 14, 5, 5, 31];
const withGaps = of(NaN, 3, 9, -2, NaN, 14, 5, 5, 31, NaN);

describe('columnRange', () => {
  it('counts what is present and spans it', () => {
    expect(columnRange(withGaps)).toEqual({ count: 7, min: -2, max: 31 });
    expect(columnRange(of(4))).toEqual({ count: 1, min: 4, max: 4 });
    expect(columnRange(of(NaN, NaN))).toEqual({ count: 0, min: NaN, max: NaN });
  });
});

describe('columnMean', () => {
  it('is the mean of what is present', () => {
    expect(columnMean(withGaps)).toBeCloseTo(65 / 7, 14);
    expect(columnMean(of(NaN))).toBeNaN();
    expect(columnMean(of())).toBeNaN();
  });

  it('loses no digits to a large common offset', () => {
    // Ten times 0.1: a plain sum makes 0.9999999999999999 of it.
    expect(columnMean(new Float64Array(10).fill(0.1))).toBe(0.1);
    expect(columnMean(of(NaN, ...Array<number>(10).fill(0.1)))).toBe(0.1);
  });
});

describe('columnStandardDeviation', () => {
  it('has the divisor n − 1', () => {
    expect(columnStandardDeviation(of(2, 4, NaN, 4, 4, 5, 5, 7, 9))).toBeCloseTo(
      Math.sqrt(32 / 7),
      14,
    );
    expect(columnStandardDeviation(of(1, 3))).toBeCloseTo(Math.SQRT2, 14);
    expect(columnStandardDeviation(of(1, NaN))).toBeNaN();
  });
});

describe('columnMedian', () => {
  it('is the middle, or the mean of the two middle ones', () => {
    expect(columnMedian(withGaps)).toBe(5);
    expect(columnMedian(of(10, 1, 4, 2))).toBe(3);
    expect(columnMedian(of(7, NaN))).toBe(7);
    expect(columnMedian(of(NaN))).toBeNaN();
  });
});

describe('columnShape', () => {
  it('has the skewness and excess kurtosis of spreadsheets, written another way', () => {
    const n = SAMPLE.length;
    const mean = SAMPLE.reduce((sum, x) => sum + x, 0) / n;
    const s = Math.sqrt(SAMPLE.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1));
    const moment = (power: number) => SAMPLE.reduce((sum, x) => sum + ((x - mean) / s) ** power, 0);
    const skew = (n / ((n - 1) * (n - 2))) * moment(3);
    const kurtosis =
      ((n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3))) * moment(4) -
      (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
    const shape = columnShape(withGaps);
    expect(shape.skew).toBeCloseTo(skew, 12);
    expect(shape.kurtosis).toBeCloseTo(kurtosis, 12);
  });

  it('needs three values for the one and four for the other', () => {
    expect(columnShape(of(1, 5, NaN))).toEqual({ skew: NaN, kurtosis: NaN });
    const three = columnShape(of(0, 0, 3));
    expect(three.skew).toBeCloseTo(Math.sqrt(3), 12);
    expect(three.kurtosis).toBeNaN();
    expect(columnShape(of(0, 0, 0, 4)).kurtosis).toBeCloseTo(4, 12);
    expect(columnShape(of(2, 2, 2, 2))).toEqual({ skew: NaN, kurtosis: NaN });
  });
});
