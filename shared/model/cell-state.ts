/** Bits of a cell's state in `CellGrid.states`; told apart in the interface without relying on colour. */
export const CELL_STATE = {
  present: 1,
  /** The adopted observation measures something near the indicator, not the indicator. */
  proxy: 2,
  /** Candidates that were not rejected differ from the adopted value. */
  conflict: 4,
  /** The value is replaced by an override of this scenario or one of its parents. */
  overridden: 8,
  /** The adopted observation's period is not the one that the time rule asks for. */
  outOfTimeWindow: 16,
  /** The indicator has a time rule, but the period of the adopted observation is not known well enough to tell. */
  timeUnknown: 32,
} as const;
