import type { ChildColumns } from './child-columns.ts';

/**
 * Copeland scores: o(i, j) = Σ of the weights of the children on which i beats j + ½ where they are equal, over the children
 * that **both** have, divided by their weight; i gains 1 for every j with o > ½ + 1e-9 and loses 1 for every j with
 * o < ½ − 1e-9. A unit without any child is missing and nobody's opponent.
 *
 * COINr gives the weight of a child that one of the two lacks to one side; we leave it out of the comparison.
 * Munda & Nardo, "Noncompensatory/nonlinear composite indicators", Social Indicators Research 90 (2009).
 *
 * @param out U, receives −(U−1) … U−1; NaN = missing.
 */
export function copeland(children: ChildColumns, out: Float64Array): void {
  netWins(children, children, out);
}

/**
 * Copeland scores of units whose own children stand at the values of `own` while their opponents' stand at those of
 * `opponents`: with the lowest against the highest this is the lowest score that gaps allow, and the other way round.
 */
export function netWins(own: ChildColumns, opponents: ChildColumns, out: Float64Array): void {
  const unitCount = out.length;
  const childCount = own.nodes.length;
  const mine = rowsByUnit(own, unitCount);
  const theirs = opponents === own ? mine : rowsByUnit(opponents, unitCount);
  const weight = Float64Array.from(own.nodes, (child) => own.local[child]);
  const tolerance = tolerances(mine, theirs, childCount);
  for (let i = 0; i < unitCount; i++) {
    let net = 0;
    let isPresent = false;
    for (let j = 0; j < unitCount; j++) {
      let shared = 0;
      let won = 0;
      for (let child = 0; child < childCount; child++) {
        const difference = mine[i * childCount + child] - theirs[j * childCount + child];
        if (difference !== difference) continue;
        shared += weight[child];
        if (difference > tolerance[child]) won += weight[child];
        else if (difference >= -tolerance[child]) won += weight[child] / 2;
      }
      if (i === j) {
        isPresent = shared > 0;
      } else if (shared > 0) {
        const outranking = won / shared;
        if (outranking > 0.5 + 1e-9) net++;
        else if (outranking < 0.5 - 1e-9) net--;
      }
    }
    out[i] = isPresent ? net : NaN;
  }
}

function rowsByUnit({ nodes, values }: ChildColumns, unitCount: number): Float64Array {
  const rows = new Float64Array(unitCount * nodes.length);
  nodes.forEach((child, column) => {
    for (let unit = 0; unit < unitCount; unit++) {
      rows[unit * nodes.length + column] = values[child * unitCount + unit];
    }
  });
  return rows;
}

/** Two values are equal up to 1e-9 of the column's largest: rounding must not win a comparison. */
function tolerances(mine: Float64Array, theirs: Float64Array, childCount: number): Float64Array {
  const tolerance = new Float64Array(childCount);
  for (const rows of mine === theirs ? [mine] : [mine, theirs]) {
    for (let at = 0; at < rows.length; at++) {
      const size = 1e-9 * Math.abs(rows[at]);
      if (size > tolerance[at % childCount]) tolerance[at % childCount] = size;
    }
  }
  return tolerance;
}
