import fc from 'fast-check';
import type {
  Aggregation,
  Method,
  MissingRule,
  Normalisation,
} from '../../../shared/model/method.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { ScoringRequest } from '../../../electron/engine/score.ts';
import { type Group, type Leaf, makeFramework, makeRequest } from './make-request.ts';

/** Random frameworks up to three levels deep, tables with gaps, and methods. */

export const NORMALISATIONS: Normalisation[] = [
  { rule: 'min-max', low: 1, high: 100 },
  { rule: 'z-score', mean: 0, standardDeviation: 1 },
  { rule: 'rank', ties: 'min' },
  { rule: 'borda', ties: 'average' },
  { rule: 'percentile-rank', ties: 'max' },
  { rule: 'distance-to-max' },
  { rule: 'distance-to-target', target: null, cap: true },
  { rule: 'goalposts', bounds: { lower: -50, upper: 50 }, truncate: true, factor: 100 },
  { rule: 'scaled', bounds: { lower: -100, upper: 100 }, factor: 10 },
];

export const AGGREGATIONS: Aggregation[] = [
  { rule: 'arithmetic' },
  { rule: 'geometric' },
  { rule: 'harmonic' },
  { rule: 'power', exponent: 2 },
  { rule: 'power', exponent: -1 },
  { rule: 'min' },
  { rule: 'max' },
  { rule: 'median' },
  { rule: 'copeland' },
  { rule: 'topsis' },
];

export const MISSING_RULES: MissingRule[] = [
  'available',
  'available-leaf',
  'zero',
  'mean',
  'median',
  'unit-mean',
  'unit-median',
  'bounds',
];

const value = fc.integer({ min: -90, max: 90 });
const weight = fc.integer({ min: 1, max: 9 });
const direction = fc.constantFrom(1 as const, -1 as const);

let counter = 0;
const leaf = fc
  .record({ weight, direction })
  .map((leaf): Leaf => ({ ...leaf, code: '', target: leaf.direction * 95 }));
const group = (child: fc.Arbitrary<Leaf | Group>): fc.Arbitrary<Group> =>
  fc
    .record({ weight, children: fc.array(child, { minLength: 1, maxLength: 3 }) })
    .map((parts) => ({ ...parts, code: '' }));
const children = fc.array(fc.oneof(leaf, group(fc.oneof(leaf, group(leaf)))), {
  minLength: 2,
  maxLength: 4,
});

function named(item: Leaf | Group): Leaf | Group {
  counter++;
  return 'children' in item
    ? { ...item, code: `g${counter}`, children: item.children.map(named) }
    : { ...item, code: `i${counter}` };
}

export const randomFramework = children.map((items) => {
  counter = 0;
  return makeFramework(items.map(named));
});

export interface RandomOptions {
  readonly normalisations?: readonly Normalisation[];
  readonly aggregations?: readonly Aggregation[];
  readonly missing?: readonly MissingRule[];
  /** Share of gaps; 0 = complete. */
  readonly gaps?: number;
}

/**
 * A random request. Means that need positive values meet min-max on 1..100 only: elsewhere they are an error, which other
 * tests look at.
 */
export function randomRequest({
  normalisations = NORMALISATIONS,
  aggregations = AGGREGATIONS,
  missing = MISSING_RULES,
  gaps = 0.3,
}: RandomOptions = {}): fc.Arbitrary<ScoringRequest> {
  return fc
    .tuple(
      randomFramework,
      fc.integer({ min: 3, max: 8 }),
      fc.constantFrom(...normalisations),
      fc.array(fc.constantFrom(...aggregations), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...missing),
    )
    .chain(([framework, unitCount, normalisation, aggregation, missing]) => {
      const leafCount = framework.nodes.filter((node) => node.indicator !== null).length;
      const gap = Math.round(gaps * 100);
      const cell =
        gap === 0
          ? value
          : fc.oneof(
              { weight: 100 - gap, arbitrary: value },
              { weight: gap, arbitrary: fc.constant(null) },
            );
      const row = fc.array(cell, { minLength: leafCount, maxLength: leafCount });
      return fc.array(row, { minLength: unitCount, maxLength: unitCount }).map((rows) => {
        const positive = aggregation.some(needsPositive);
        const method: Partial<Method> = {
          aggregation: positive ? aggregation.map(orArithmetic) : aggregation,
          missing,
          normalisation: positive ? { rule: 'min-max', low: 1, high: 100 } : normalisation,
        };
        return makeRequest(
          framework,
          Object.fromEntries(rows.map((cells, at) => [`u${at}`, cells])),
          method,
        );
      });
    });
}

/** Copeland and TOPSIS scores can be 0 or less, which a mean above them may not take. */
function orArithmetic(aggregation: Aggregation): Aggregation {
  const { rule } = aggregation;
  return rule === 'copeland' || rule === 'topsis' ? { rule: 'arithmetic' } : aggregation;
}

function needsPositive({ rule }: Aggregation): boolean {
  return rule === 'geometric' || rule === 'harmonic' || rule === 'power';
}

export function leafCodes(request: ScoringRequest): NodeCode[] {
  return request.framework.nodes.filter((node) => node.indicator !== null).map(({ code }) => code);
}

export function unitCodes(request: ScoringRequest): UnitCode[] {
  return request.units.map(({ code }) => code);
}
