import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { solve } from 'yalps';
import {
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
