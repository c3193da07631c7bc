import type { Aggregation } from '../../../shared/model/method.ts';

/**
 * An increasing function f such that the mean is f⁻¹(Σ w f(x)/Σ w): arithmetic x, geometric ln x, harmonic −1/x, power
 * xᵖ (−xᵖ for p < 0). In f-space these means are ratios of linear functions of the weights, and f keeps the order.
 */
export interface MeanTransform {
  /** Equal texts: the same mean, so that one transform serves a node and its parent. */
  readonly name: string;
  readonly apply: (value: number) => number;
  readonly invert: (transformed: number) => number;
}

/** null: not a mean of this kind (minimum, maximum, median, Copeland, TOPSIS). */
export function meanTransform(aggregation: Aggregation): MeanTransform | null {
  switch (aggregation.rule) {
    case 'arithmetic':
      return { name: 'arithmetic', apply: (value) => value, invert: (transformed) => transformed };
    case 'geometric':
      return { name: 'geometric', apply: Math.log, invert: Math.exp };
    case 'harmonic':
      return {
        name: 'harmonic',
        apply: (value) => -1 / value,
        invert: (transformed) => -1 / transformed,
      };
    case 'power': {
      const { exponent } = aggregation;
      const sign = Math.sign(exponent);
      return {
        name: `power ${exponent}`,
        apply: (value) => sign * value ** exponent,
        invert: (transformed) => (sign * transformed) ** (1 / exponent),
      };
    }
    default:
      return null;
  }
}
