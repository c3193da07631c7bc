/**
 * A value with few digits that goes at least as far as `value` in a direction: what is printed as enough is enough. Values
 * that have few digits already stay.
 *
 * @param direction 1: upwards, −1: downwards
 * @param limit what must not be passed; the value itself where rounding would pass it
 */
export function roundedBeyond(value: number, direction: 1 | -1, limit: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const digits = DIGITS - 1 - Math.floor(Math.log10(Math.abs(value)));
  const scale = 10 ** Math.abs(digits);
  const scaled = digits >= 0 ? value * scale : value / scale;
  // What binary arithmetic has added to a round number is no reason for the next one.
  const whole = Math.round(scaled);
  const isRound = Math.abs(scaled - whole) <= 1e-9 * Math.abs(scaled);
  const next = isRound ? whole : direction === 1 ? Math.ceil(scaled) : Math.floor(scaled);
  const rounded = digits >= 0 ? next / scale : next * scale;
  if (direction * (rounded - value) < 0) return value;
  return direction * (limit - rounded) < 0 ? value : rounded;
}

const DIGITS = 4;
