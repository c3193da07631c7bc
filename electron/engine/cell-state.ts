/** What a cell of the normalised columns rests on. Stored as bytes beside the values, leaf-major like them. */
export const CellState = {
  /** No adopted value and none imputed; the normalised value is NaN. */
  missing: 0,
  /** An adopted value. */
  observed: 1,
  /** Filled by the missing-data rule; still unknown to coverage and intervals. */
  imputed: 2,
  /** An adopted value in a column that carries no information (constant); the normalised value is NaN. */
  uninformative: 3,
} as const;
