import { MISSING_MARK } from '../../../shared/text/numbers.ts';
import { whenFirstUsed } from '../../../shared/text/when-first-used.ts';

const format = (options: Intl.NumberFormatOptions) =>
  whenFirstUsed(() => new Intl.NumberFormat('en-US', { signDisplay: 'negative', ...options }));

const large = format({ maximumFractionDigits: 0 });
const hundreds = format({ maximumFractionDigits: 1 });
const ordinary = format({ maximumFractionDigits: 2 });
const small = format({ maximumSignificantDigits: 3 });

/** A value short enough for a narrow cell: three or more significant digits, the whole part never cut. */
export function shortNumber(value: number): string {
  if (Number.isNaN(value)) return MISSING_MARK;
  const size = Math.abs(value);
  const text =
    size >= 1000
      ? large().format(value)
      : size >= 100
        ? hundreds().format(value)
        : size >= 1 || size === 0
          ? ordinary().format(value)
          : small().format(value);
  return text.replace('-', '−');
}
