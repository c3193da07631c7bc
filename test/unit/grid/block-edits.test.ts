import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type EditableSheet,
  planFill,
  planPaste,
  planSame,
} from '../../../renderer/features/grid/block-edits.ts';
import { readBlock, writeBlock } from '../../../renderer/features/grid/clipboard-text.ts';
import { rangeBetween } from '../../../renderer/features/grid/range.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';

const units = ['u0', 'u1', 'u2', 'u3'] as UnitCode[];
const columns = [
  { code: 'amount' as NodeCode, rules: { type: 'amount', unitOfMeasure: '亿元', goalposts: null } },
  { code: 'count' as NodeCode, rules: { type: 'count', unitOfMeasure: '家', goalposts: null } },
  { code: 'rank' as NodeCode, rules: { type: 'rank', unitOfMeasure: '名', goalposts: null } },
] satisfies EditableSheet['columns'];

function sheetOf(values: readonly (readonly number[])[]): EditableSheet {
  return {
    units,
    columns,
    valueAt: ({ row, column }) => values[row]?.[column] ?? Number.NaN,
  };
}

const gap = Number.NaN;
const sheet = sheetOf([
  [1, 2, 3],
  [4, gap, 6],
  [7, 8, gap],
  [gap, gap, gap],
]);
const at = (row: number, column: number, toRow = row, toColumn = column) =>
  rangeBetween({ row, column }, { row: toRow, column: toColumn });

describe('pasting', () => {
  test('starts at the first selected cell and leaves equal cells alone', () => {
    const plan = planPaste(readBlock('1\t5\r\n\t9\r\n'), at(0, 0), sheet);
    expect(plan).toEqual({
      ok: true,
      range: at(0, 0, 1, 1),
      edits: [
        { unit: 'u0', indicator: 'count', value: 5 },
        { unit: 'u1', indicator: 'amount', value: null },
        { unit: 'u1', indicator: 'count', value: 9 },
      ],
    });
  });

  test('puts one copied cell into every selected cell', () => {
    const plan = planPaste(readBlock('12'), at(2, 1, 3, 2), sheet);
    expect(plan.ok && plan.edits).toHaveLength(4);
    expect(plan.ok && plan.edits.every(({ value }) => value === 12)).toBe(true);
  });

  test('is refused as a whole, with every cell that cannot stand where it would come', () => {
    const plan = planPaste(readBlock('1\tabc\t3\n4\t-5\t0.5'), at(0, 0), sheet);
    expect(plan).toEqual({
      ok: false,
      reason: 'cells',
      refused: [
        {
          place: { row: 0, column: 1 },
          problem: expect.objectContaining({ reason: 'not-a-number' }),
        },
        {
          place: { row: 1, column: 1 },
          problem: expect.objectContaining({ reason: 'negative-count' }),
        },
        {
          place: { row: 1, column: 2 },
          problem: expect.objectContaining({ reason: 'rank-below-one' }),
        },
      ],
    });
  });

  test('is refused when the block has no room', () => {
    expect(planPaste(readBlock('1\t2\n3\t4'), at(3, 2), sheet)).toEqual({
      ok: false,
      reason: 'outside',
      found: { rows: 2, columns: 2 },
      room: { rows: 1, columns: 1 },
    });
  });

  test.each(['NaN', 'Infinity', '1e999', '=1+1', '=cmd()'])('refuses %s', (text) => {
    expect(planPaste(readBlock(text), at(0, 0), sheet)).toMatchObject({ ok: false });
  });

  test('of a copied block changes nothing where it was copied', () => {
    const value = fc.oneof(fc.integer({ min: 1, max: 1e9 }), fc.constant(gap));
    const row = fc.tuple(value, value, value);
    fc.assert(
      fc.property(fc.tuple(row, row, row, row), (values) => {
        fc.pre(values.flat().some((each) => !Number.isNaN(each)));
        const plan = planPaste(readBlock(writeBlock(values)), at(0, 0), sheetOf(values));
        expect(plan.ok && plan.edits).toEqual([]);
      }),
    );
  });
});

describe('filling', () => {
  test('down repeats the first row, gaps included', () => {
    const plan = planFill(at(0, 0, 0, 1), at(0, 0, 2, 1), sheet);
    expect(plan.ok && plan.edits).toEqual([
      { unit: 'u1', indicator: 'amount', value: 1 },
      { unit: 'u1', indicator: 'count', value: 2 },
      { unit: 'u2', indicator: 'amount', value: 1 },
      { unit: 'u2', indicator: 'count', value: 2 },
    ]);
    const emptied = planFill(at(3, 0), at(2, 0, 3, 0), sheet);
    expect(emptied.ok && emptied.edits).toEqual([{ unit: 'u2', indicator: 'amount', value: null }]);
  });

  test('goes on with a pattern of two rows, downward and upward', () => {
    const down = planFill(at(0, 0, 1, 0), at(0, 0, 3, 0), sheet);
    expect(down.ok && down.edits.map(({ unit, value }) => [unit, value])).toEqual([
      ['u2', 1],
      ['u3', 4],
    ]);
    const up = planFill(at(1, 0, 2, 0), at(0, 0, 2, 0), sheet);
    expect(up.ok && up.edits.map(({ unit, value }) => [unit, value])).toEqual([['u0', 7]]);
  });

  test('does not put a value where its indicator cannot take it', () => {
    const negative = sheetOf([[-1, 2, 3]]);
    expect(planFill(at(0, 0), at(0, 0, 0, 1), negative)).toMatchObject({
      ok: false,
      refused: [{ place: { row: 0, column: 1 }, problem: { reason: 'negative-count' } }],
    });
  });
});

test('clearing empties what is filled and nothing else', () => {
  const plan = planSame(gap, at(1, 0, 3, 2), sheet);
  expect(plan.ok && plan.edits).toEqual([
    { unit: 'u1', indicator: 'amount', value: null },
    { unit: 'u1', indicator: 'rank', value: null },
    { unit: 'u2', indicator: 'amount', value: null },
    { unit: 'u2', indicator: 'count', value: null },
  ]);
});
