/**
 * One-to-one changes of scale of a column. A transform also carries everything else that is stated in the indicator's
 * unit of measure (goalposts, targets, thresholds) to the scale on which the column is compared.
 */
export interface ColumnTransform {
  readonly name: 'log10' | 'log' | 'reflected-log' | 'box-cox';
  /** NaN where it is not defined. */
  apply(x: number): number;
}

/** log₁₀ x, for scales that span orders of magnitude; declared in the framework. Defined for x > 0. */
export const LOG10: ColumnTransform = {
  name: 'log10',
  apply: (x) => (x > 0 ? Math.log10(x) : NaN),
};

/** ln(x − min + 0.01·(max − min)): pulls a long upper tail in (the shifted logarithm of COINr's `log_CT`). */
export function shiftedLog({ min, max }: { min: number; max: number }): ColumnTransform {
  const shift = 0.01 * (max - min);
  return {
    name: 'log',
    apply: (x) => logOrNaN(x - min + shift),
  };
}

/** −ln(max + 0.01·(max − min) − x): the same for a long lower tail. */
export function reflectedLog({ min, max }: { min: number; max: number }): ColumnTransform {
  const shift = 0.01 * (max - min);
  return {
    name: 'reflected-log',
    apply: (x) => -logOrNaN(max + shift - x),
  };
}

/**
 * Box-Cox of the column shifted so that its minimum is 1: ln y for exponent 0, else (y^λ − 1)/λ with y = x − min + 1.
 * Box & Cox, "An analysis of transformations", JRSS B 26 (1964).
 */
export function boxCox({ min }: { min: number }, exponent: number): ColumnTransform {
  return {
    name: 'box-cox',
    apply(x) {
      const y = x - min + 1;
      if (!(y > 0)) return NaN;
      return exponent === 0 ? Math.log(y) : (y ** exponent - 1) / exponent;
    },
  };
}

function logOrNaN(x: number): number {
  return x > 0 ? Math.log(x) : NaN;
}
