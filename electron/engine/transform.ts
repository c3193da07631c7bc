import { AppError } from '../../shared/contract/errors.ts';
import type { IndicatorDefinition } from '../../shared/model/framework.ts';

/**
 * A number in the indicator's own unit of measure (a value, a goalpost, a target) put on the scale on which the
 * indicator is compared: unchanged, or its base-10 logarithm where the framework declares one.
 *
 * @param describe names what the number is, for the error.
 * @throws AppError `E_INPUT` for the logarithm of a number ≤ 0.
 */
export function toComparedScale(
  indicator: IndicatorDefinition,
  x: number,
  describe: () => { subject: string; unit?: string; node: string },
): number {
  if (indicator.transform === 'none') return x;
  if (x <= 0) {
    const { subject, ...place } = describe();
    throw new AppError('E_INPUT', `${subject} is ${x}; its base-10 logarithm needs a number > 0.`, {
      reason: 'log-of-non-positive',
      ...place,
      expected: '> 0',
      found: String(x),
    });
  }
  return Math.log10(x);
}
