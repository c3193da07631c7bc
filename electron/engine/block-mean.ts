import { AppError } from '../../shared/contract/errors.ts';
import type { Aggregation } from '../../shared/model/method.ts';
import type { ChildColumns } from './child-columns.ts';
import type { KnownColumns } from './known-columns.ts';

type TransformedMean = Extract<Aggregation, { rule: 'geometric' | 'harmonic' | 'power' }>;
export type Mean = Extract<Aggregation, { rule: 'arithmetic' }> | TransformedMean;

/** Units worked on together: small enough that the running sums of a block stay in the first-level cache. */
const BLOCK = 1024;
const sums = new Float64Array(BLOCK);
const weights = new Float64Array(BLOCK);

/**
 * Weighted means of the children present: arithmetic Σwx/Σw, geometric exp(Σw ln x/Σw), harmonic Σw/Σ(w/x),
 * power (Σw xᵖ/Σw)^(1/p). All four are f⁻¹(Σw f(x)/Σw), so one loop serves them (OECD/JRC Handbook 2008, step 6).
 *
 * @param out U, receives the means; NaN where no weight is present.
 * @param presentWeight U, receives Σw of the children present; null where nothing is missing and nobody asks.
 * @throws AppError `E_PRECONDITION` where f is not defined: geometric, harmonic and p < 0 need x > 0, other powers x ≥ 0.
 */
export function blockMean(
  children: ChildColumns,
  mean: Mean,
  out: Float64Array,
  presentWeight: Float64Array | null,
): void {
  const unitCount = out.length;
  let whole = 0;
  for (const child of children.nodes) whole += children.local[child];
  for (let from = 0; from < unitCount; from += BLOCK) {
    const size = Math.min(BLOCK, unitCount - from);
    sums.fill(0, 0, size);
    weights.fill(mean.rule === 'arithmetic' && presentWeight === null ? whole : 0, 0, size);
    for (const child of children.nodes) {
      if (mean.rule !== 'arithmetic') addTransformedChild(children, child, mean, from, size);
      else if (presentWeight === null) addWholeChild(children, child, from, size);
      else addChild(children, child, from, size);
    }
    finishBlock(mean, out, from, size);
    if (presentWeight !== null) presentWeight.set(weights.subarray(0, size), from);
  }
}

/** 0/0 of a unit without any weight is NaN: missing, as it should be. */
function finishBlock(mean: Mean, out: Float64Array, from: number, size: number): void {
  if (mean.rule === 'arithmetic') {
    for (let at = 0; at < size; at++) out[from + at] = sums[at] / weights[at];
    return;
  }
  for (let at = 0; at < size; at++) {
    out[from + at] = weights[at] === 0 ? NaN : inverse(mean, sums[at] / weights[at]);
  }
}

/** Adds w·x of a child that no unit lacks; the weights are the same for all units. */
function addWholeChild(
  { local, values, unitCount }: ChildColumns,
  child: number,
  from: number,
  size: number,
): void {
  const share = local[child];
  const offset = child * unitCount + from;
  for (let at = 0; at < size; at++) {
    sums[at] += share * values[offset + at];
  }
}

function addChild(children: ChildColumns, child: number, from: number, size: number): void {
  const { local, values, presence, rowOfNode, unitCount, known, leafOfNode } = children;
  const share = local[child];
  const leaf = leafOfNode[child];
  if (known !== null && leaf >= 0) {
    addKnownLeaf(known, share, leaf * unitCount + from, size);
    return;
  }
  const offset = child * unitCount + from;
  const row = rowOfNode[child];
  if (presence === null || row < 0) {
    for (let at = 0; at < size; at++) {
      const x = values[offset + at];
      if (x !== x) continue;
      sums[at] += share * x;
      weights[at] += share;
    }
    return;
  }
  const presenceOffset = row * unitCount + from;
  for (let at = 0; at < size; at++) {
    const x = values[offset + at];
    if (x !== x) continue;
    const weight = share * presence[presenceOffset + at];
    sums[at] += weight * x;
    weights[at] += weight;
  }
}

function addKnownLeaf(
  { values, present }: KnownColumns,
  share: number,
  offset: number,
  size: number,
): void {
  for (let at = 0; at < size; at++) {
    sums[at] += share * values[offset + at];
    weights[at] += share * present[offset + at];
  }
}

function addTransformedChild(
  children: ChildColumns,
  child: number,
  mean: TransformedMean,
  from: number,
  size: number,
): void {
  const { local, values, presence, rowOfNode, zeroIsLimit, unitCount } = children;
  const share = local[child];
  if (share === 0) return;
  const lowest = lowestAllowed(mean, zeroIsLimit);
  const offset = child * unitCount + from;
  const isWhole = presence === null || rowOfNode[child] < 0;
  const presenceOffset = rowOfNode[child] * unitCount + from;
  for (let at = 0; at < size; at++) {
    const x = values[offset + at];
    if (x !== x) continue;
    if (x < lowest) throw undefinedMean(children, child, mean, from + at, x);
    const weight = isWhole ? share : share * presence[presenceOffset + at];
    if (weight === 0) continue;
    sums[at] += weight * transformed(mean, x);
    weights[at] += weight;
  }
}

/** Geometric, harmonic and negative powers need x > 0, other powers x ≥ 0. */
function lowestAllowed(mean: TransformedMean, zeroIsLimit: boolean): number {
  const needsPositive = mean.rule !== 'power' || mean.exponent < 0;
  return needsPositive && !zeroIsLimit ? Number.MIN_VALUE : 0;
}

function transformed(mean: TransformedMean, x: number): number {
  if (mean.rule === 'geometric') return Math.log(x);
  return mean.rule === 'harmonic' ? 1 / x : x ** mean.exponent;
}

function inverse(mean: TransformedMean, y: number): number {
  if (mean.rule === 'geometric') return Math.exp(y);
  return mean.rule === 'harmonic' ? 1 / y : y ** (1 / mean.exponent);
}

function undefinedMean(
  { codes, units }: ChildColumns,
  child: number,
  mean: TransformedMean,
  unit: number,
  value: number,
): AppError {
  const name =
    mean.rule === 'power' ? `power mean with exponent ${mean.exponent}` : `${mean.rule} mean`;
  const needsPositive = lowestAllowed(mean, false) > 0;
  const expected = needsPositive ? '> 0' : '≥ 0';
  const code = units[unit]?.code as string;
  return new AppError(
    'E_PRECONDITION',
    `The ${name} needs values ${expected}, but ${codes[child]} of ${code} is ${value} after normalisation. A positive scale such as min-max on 1 to 100 avoids this.`,
    {
      reason: needsPositive ? 'mean-needs-positive' : 'mean-needs-non-negative',
      unit: code,
      node: codes[child] as string,
      expected,
      found: String(value),
      parameters: { aggregation: mean.rule, value },
    },
  );
}
