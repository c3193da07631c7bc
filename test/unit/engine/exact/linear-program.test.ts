import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { solve } from 'yalps';
import {
  DualSimplex,
  type LinearProgram,
  solveLinearProgram,
} from '../../../../electron/engine/exact/linear-program.ts';
import { examples } from '../../../support/examples.ts';

const coefficient = fc.integer({ min: -8, max: 8 });

const program = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
  .chain(([columns, rows]) =>
    fc.record({
      cost: fc.array(coefficient, { minLength: columns, maxLength: columns }),
      upper: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: columns, maxLength: columns }),
      rows: fc.array(
        fc.record({
          coefficients: fc.array(coefficient, { minLength: columns, maxLength: columns }),
          bound: fc.integer({ min: -10, max: 20 }),
          kind: fc.constantFrom('≤', '≥', '='),
        }),
        { minLength: rows, maxLength: rows },
      ),
    }),
  );

test('agrees with another solver on feasibility and optimum, and its point is feasible', () => {
  let optimal = 0;
  let infeasible = 0;
  fc.assert(
    fc.property(program, ({ cost, upper, rows }) => {
      const ours: LinearProgram = {
        cost: Float64Array.from(cost),
        lower: new Float64Array(cost.length),
        upper: Float64Array.from(upper),
        rows: rows.map(({ coefficients, bound, kind }) => ({
          coefficients: Float64Array.from(coefficients),
          lower: kind === '≤' ? -Infinity : bound,
          upper: kind === '≥' ? Infinity : bound,
        })),
      };
      const theirs = solve({
        direction: 'minimize',
        objective: 'cost',
        constraints: new Map([
          ...rows.map(({ bound, kind }, row) => {
            const limit =
              kind === '≤' ? { max: bound } : kind === '≥' ? { min: bound } : { equal: bound };
            return [`r${row}`, limit] as const;
          }),
          ...upper.map((most, column) => [`x${column}`, { max: most }] as const),
        ]),
        variables: new Map(
          cost.map((each, column) => [
            column,
            new Map<string, number>([
              ['cost', each],
              [`x${column}`, 1],
              ...rows.map(
                ({ coefficients }, row) => [`r${row}`, coefficients[column]!] as [string, number],
              ),
            ]),
          ]),
        ),
      });
      const solution = solveLinearProgram(ours);
      expect(solution.status).toBe(theirs.status);
      if (solution.status !== 'optimal') {
        infeasible++;
        return;
      }
      optimal++;
      expect(solution.objective).toBeCloseTo(theirs.result, 6);
      const { variables } = solution;
      variables.forEach((value, column) => {
        expect(value).toBeGreaterThanOrEqual(-1e-9);
        expect(value).toBeLessThanOrEqual(upper[column]! + 1e-9);
      });
      for (const { coefficients, lower, upper } of ours.rows) {
        const sum = coefficients.reduce((all, each, column) => all + each * variables[column]!, 0);
        expect(sum).toBeGreaterThanOrEqual(lower - 1e-8);
        expect(sum).toBeLessThanOrEqual(upper + 1e-8);
      }
    }),
    { numRuns: examples(3000) },
  );
  expect(optimal).toBeGreaterThan(examples(300));
  expect(infeasible).toBeGreaterThan(examples(300));
});

test('a row of bounds that cross is infeasible; no rows leaves every variable at its cheaper bound', () => {
  const row = { coefficients: Float64Array.of(1), lower: 2, upper: 3 };
  const lower = Float64Array.of(0);
  const upper = Float64Array.of(1);
  const cost = Float64Array.of(-1);
  expect(solveLinearProgram({ cost, lower, upper, rows: [row] }).status).toBe('infeasible');
  expect(solveLinearProgram({ cost, lower, upper, rows: [] })).toMatchObject({
    status: 'optimal',
    objective: -1,
  });
});

test('stops at the limit of pivots and says that nothing is known', () => {
  const program: LinearProgram = {
    cost: Float64Array.of(1, 1),
    lower: Float64Array.of(0, 0),
    upper: Float64Array.of(1, 1),
    rows: [{ coefficients: Float64Array.of(1, 1), lower: 1.5, upper: 2 }],
  };
  expect(solveLinearProgram(program, 0)).toEqual({ status: 'unfinished' });
});

test('one pivot is one: the program that takes it is solved with a limit of 1', () => {
  const program: LinearProgram = {
    cost: Float64Array.of(1, 2),
    lower: Float64Array.of(0, 0),
    upper: Float64Array.of(1, 1),
    rows: [{ coefficients: Float64Array.of(1, 1), lower: 0.5, upper: 2 }],
  };
  expect(solveLinearProgram(program, 0).status).toBe('unfinished');
  expect(solveLinearProgram(program, 1)).toMatchObject({ status: 'optimal', objective: 0.5 });
});

/** Three variables between 0 and 1 whose sum lies within bounds. */
function threeOf(cost: readonly [number, number, number], lower: number, upper: number) {
  return new DualSimplex({
    cost: Float64Array.from(cost),
    lower: new Float64Array(3),
    upper: new Float64Array(3).fill(1),
    rows: [{ coefficients: Float64Array.of(1, 1, 1), lower, upper }],
  });
}

test('of equal costs the first variable moves first, then the third: always the same answer', () => {
  const rising = threeOf([1, 1, 1], 1, 3);
  expect(rising.solve(9)).toBe('optimal');
  expect(Array.from(rising.variables())).toEqual([1, 0, 0]);
  rising.fix(0, 0);
  expect(rising.solve(9)).toBe('optimal');
  expect(Array.from(rising.variables())).toEqual([0, 0, 1]);
  const falling = threeOf([-1, -1, -1], 0, 2);
  expect(falling.solve(9)).toBe('optimal');
  expect(Array.from(falling.variables())).toEqual([0, 1, 1]);
});

test('what a copy goes on to do leaves the original as it was', () => {
  for (const [held, other] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [2, 0],
  ] as const) {
    const simplex = threeOf([1, 3, 2], 1.5, 3);
    simplex.solve(9);
    const copy = new DualSimplex(simplex);
    copy.fix(held, 0);
    copy.solve(9);
    simplex.fix(other, 0);
    expect(simplex.solve(9)).toBe('optimal');
    const fresh = threeOf([1, 3, 2], 1.5, 3);
    fresh.fix(other, 0);
    fresh.solve(9);
    expect(Array.from(simplex.variables())).toEqual(Array.from(fresh.variables()));
  }
});

/** The least cost of a program of two variables, over all corners: where two of the lines that bound it meet. */
function leastOfCorners({ cost, lower, upper, rows }: LinearProgram): number {
  type Line = readonly [a: number, b: number, limit: number];
  const limits = [
    { coefficients: Float64Array.of(1, 0), lower: lower[0]!, upper: upper[0]! },
    { coefficients: Float64Array.of(0, 1), lower: lower[1]!, upper: upper[1]! },
    ...rows,
  ];
  const lines = limits
    .flatMap(({ coefficients: [a, b], lower, upper }): Line[] => [
      [a!, b!, lower],
      [a!, b!, upper],
    ])
    .filter(([, , limit]) => Number.isFinite(limit));
  let least = Infinity;
  for (const [a, b, p] of lines) {
    for (const [c, d, q] of lines) {
      const determinant = a * d - b * c;
      if (determinant === 0) continue;
      const x = (p * d - b * q) / determinant;
      const y = (a * q - p * c) / determinant;
      const keeps = limits.every(({ coefficients: [f, g], lower, upper }) => {
        const value = f! * x + g! * y;
        return value >= lower - 1e-9 && value <= upper + 1e-9;
      });
      if (keeps) least = Math.min(least, cost[0]! * x + cost[1]! * y);
    }
  }
  return least;
}

const twoVariables = fc.record({
  cost: fc.tuple(coefficient, coefficient),
  lower: fc.tuple(coefficient, coefficient),
  width: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })),
  rows: fc.array(
    fc.record({
      coefficients: fc.tuple(coefficient, coefficient),
      lower: fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constant(-Infinity)),
      width: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(Infinity)),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  fixed: fc.tuple(fc.nat(1), fc.double({ min: 0, max: 1, noNaN: true })),
});

test('two variables between any bounds: the best corner, also when one of them is held afterwards', () => {
  let solved = 0;
  let solvedAgain = 0;
  const expectLeast = (program: LinearProgram, simplex: DualSimplex): boolean => {
    const least = leastOfCorners(program);
    expect(simplex.solve(100)).toBe(least === Infinity ? 'infeasible' : 'optimal');
    if (least === Infinity) return false;
    expect(simplex.objective()).toBeCloseTo(least, 5);
    expect([simplex.variable(0), simplex.variable(1)]).toEqual(Array.from(simplex.variables()));
    return true;
  };
  fc.assert(
    fc.property(twoVariables, ({ cost, lower, width, rows, fixed: [held, place] }) => {
      const program: LinearProgram = {
        cost: Float64Array.from(cost),
        lower: Float64Array.from(lower),
        upper: Float64Array.from(lower, (each, at) => each + width[at]!),
        rows: rows.map(({ coefficients, lower, width }) => ({
          coefficients: Float64Array.from(coefficients),
          lower,
          upper: lower === -Infinity ? Math.min(width, 20) : lower + width,
        })),
      };
      const simplex = new DualSimplex(program);
      if (!expectLeast(program, simplex)) return;
      solved++;
      const before = simplex.variables();
      const { pivots } = simplex;
      const copy = new DualSimplex(simplex);
      const value = lower[held]! + place * width[held]!;
      copy.fix(held, value);
      const narrower = (variable: number, at: number) => ({
        ...program,
        lower: program.lower.with(variable, at),
        upper: program.upper.with(variable, at),
      });
      if (expectLeast(narrower(held, value), copy)) solvedAgain++;
      expect(copy.pivots).toBeGreaterThanOrEqual(pivots);
      expect([simplex.pivots, simplex.variables()]).toEqual([pivots, before]);
      // Nor has the copy left anything in it with which it could go wrong.
      const other = 1 - held;
      simplex.fix(other, lower[other]!);
      expectLeast(narrower(other, lower[other]!), simplex);
    }),
    { numRuns: examples(2000), seed: 12 },
  );
  expect(solved).toBeGreaterThan(examples(500));
  expect(solvedAgain).toBeGreaterThan(examples(200));
});
