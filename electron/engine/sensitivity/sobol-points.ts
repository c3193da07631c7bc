import { AppError } from '../../../shared/contract/errors.ts';
import { RandomStream } from '../random.ts';

/**
 * For each dimension from the second on: degree and inner coefficients of a primitive polynomial over GF(2), and the first
 * direction numbers. Figures: S. Joe & F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections",
 * SIAM J. Sci. Comput. 30, 2008 (set new-joe-kuo-6).
 */
const DIRECTIONS: readonly (readonly [degree: number, inner: number, first: readonly number[]])[] =
  [
    [1, 0, [1]],
    [2, 1, [1, 3]],
    [3, 1, [1, 3, 1]],
    [3, 2, [1, 1, 1]],
    [4, 1, [1, 1, 3, 3]],
    [4, 4, [1, 3, 5, 13]],
    [5, 2, [1, 1, 5, 5, 17]],
    [5, 4, [1, 1, 5, 5, 5]],
    [5, 7, [1, 1, 7, 11, 19]],
    [5, 11, [1, 1, 5, 1, 1]],
    [5, 13, [1, 1, 1, 3, 11]],
    [5, 14, [1, 3, 5, 5, 31]],
    [6, 1, [1, 3, 3, 9, 7, 49]],
    [6, 13, [1, 1, 1, 15, 21, 21]],
    [6, 16, [1, 3, 1, 13, 27, 49]],
    [6, 19, [1, 1, 1, 15, 7, 5]],
    [6, 22, [1, 3, 1, 15, 13, 25]],
    [6, 25, [1, 1, 5, 5, 19, 61]],
    [7, 1, [1, 3, 7, 11, 23, 15, 103]],
    [7, 4, [1, 3, 7, 13, 13, 15, 69]],
  ];

const BITS = 32;
const MOST_DIMENSIONS = DIRECTIONS.length + 1;

/** The point with a number, coordinate by coordinate: uniform on [0, 1) in steps of 2⁻³². */
export type SobolPoints = (index: number, dimension: number) => number;

/**
 * Sobol points, scrambled by a random linear map and a random shift of the digits in each dimension (J. Matoušek, "On the
 * L2-discrepancy for anchored boxes", J. Complexity 14, 1998): still a net, but every point is uniform.
 *
 * @param seed null: not scrambled.
 */
export function sobolPoints(dimensions: number, seed: number | null): SobolPoints {
  if (dimensions > MOST_DIMENSIONS) {
    throw new AppError(
      'E_UNSUPPORTED',
      `Sobol points have at most ${MOST_DIMENSIONS} dimensions here; ${dimensions} were asked for.`,
      { reason: 'too-many-dimensions', found: String(dimensions) },
    );
  }
  const scrambled = Array.from({ length: dimensions }, (_, dimension) => {
    const directions = directionNumbers(dimension);
    if (seed === null) return { directions, shift: 0 };
    const stream = new RandomStream(seed, 'sobol', dimension);
    return { directions: scramble(directions, stream), shift: stream.bits() };
  });
  return (index, dimension) => {
    const { directions, shift } = scrambled[dimension];
    let digits = shift;
    for (let bit = 0; index >> bit > 0; bit++) if ((index >> bit) & 1) digits ^= directions[bit];
    return (digits >>> 0) / 2 ** BITS;
  };
}

/** 32 numbers, the binary point before their highest bit. */
function directionNumbers(dimension: number): Int32Array {
  const numbers = new Int32Array(BITS);
  if (dimension === 0) {
    for (let bit = 0; bit < BITS; bit++) numbers[bit] = 1 << (BITS - 1 - bit);
    return numbers;
  }
  const [degree, inner, first] = DIRECTIONS[dimension - 1];
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      numbers[bit] = first[bit] << (BITS - 1 - bit);
      continue;
    }
    let next = numbers[bit - degree] ^ (numbers[bit - degree] >>> degree);
    for (let back = 1; back < degree; back++) {
      if ((inner >> (degree - 1 - back)) & 1) next ^= numbers[bit - back];
    }
    numbers[bit] = next;
  }
  return numbers;
}

/** Every number times one random lower triangular matrix of digits with ones on its diagonal. */
function scramble(directions: Int32Array, stream: RandomStream): Int32Array {
  const rows = Array.from({ length: BITS }, (_, digit) => {
    const own = 1 << (BITS - 1 - digit);
    const before = digit === 0 ? 0 : -1 << (BITS - digit);
    return (stream.bits() & before) | own;
  });
  return directions.map((number) => {
    let scrambled = 0;
    rows.forEach((row, digit) => {
      if (isOddCount(row & number)) scrambled |= 1 << (BITS - 1 - digit);
    });
    return scrambled;
  });
}

function isOddCount(bits: number): boolean {
  let folded = bits ^ (bits >>> 16);
  folded ^= folded >>> 8;
  folded ^= folded >>> 4;
  folded ^= folded >>> 2;
  folded ^= folded >>> 1;
  return (folded & 1) === 1;
}
