import { expect, it } from 'vitest';
import { knownColumns } from '../../../electron/engine/known-columns.ts';
import { CellState } from '../../../electron/engine/cell-state.ts';

const { missing, observed, imputed, uninformative } = CellState;

function known(values: number[], state: number[]) {
  return knownColumns({
    unitCount: values.length,
    leafCount: 1,
    values: Float64Array.from(values),
    state: Uint8Array.from(state),
    scaleLow: Float64Array.of(0),
    scaleHigh: Float64Array.of(100),
  });
}

it('has 0 and no presence for what is not observed', () => {
  expect(known([7, NaN, NaN], [observed, missing, uninformative])).toEqual({
    values: Float64Array.of(7, 0, 0),
    present: Uint8Array.of(1, 0, 0),
    isAllThereIs: true,
  });
});

it('does not hold everything that takes part where something is imputed', () => {
  expect(known([7, 9], [observed, imputed])).toEqual({
    values: Float64Array.of(7, 0),
    present: Uint8Array.of(1, 0),
    isAllThereIs: false,
  });
});
