import type { MeanTransform } from './mean-transform.ts';
import type { WeightModel } from './weight-model.ts';

/**
 * The index score as a function of the shares of one parent's children, everything else as it stands:
 *
 *   f(score of unit u) = Σ_c share_c · numerator[c, u] / Σ_c share_c · denominator[c, u],   Σ_c share_c = 1
 *
 * with an increasing f, so that comparisons of scores are comparisons of these ratios. The coverage of u is
 * Σ_c share_c · coverage[c, u].
 */
export interface SiblingForms {
  /** Node numbers of the children, C. */
  readonly children: Int32Array;
  readonly transform: MeanTransform;
  /** C × U, child-major. */
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  readonly coverage: Float64Array;
}

/**
 * Derivation. With `available` the value of the parent P is Σ s p f(v)/Σ s p over its children (p = 1 if present, else 0)
 * and the index is α + β·f(P), where each ancestor on the way adds a term and scales:
 * f(A) = (K + w·f(P))/(K′ + w), K and K′ the sums over the other children present. So numerator = p(α + β f(v)),
 * denominator = p. With `available-leaf` the index is Σ over leaves of weight × value, divided by Σ of weight: the part
 * below P is G·Σ s p f(v) and G·Σ s p (G = effective weight of P), the rest is constant.
 *
 * @returns null when an aggregation at P or above is not one and the same quasi-arithmetic mean: then the index is no
 * ratio of linear functions.
 */
export function siblingForms(model: WeightModel, parent: number): SiblingForms | null {
  const transform = commonTransform(model, parent);
  if (transform === null) return null;
  const { tree, unitCount } = model;
  const children = tree.children.subarray(tree.childStart[parent], tree.childStart[parent + 1]);
  const size = children.length * unitCount;
  const forms: SiblingForms = {
    children,
    transform,
    numerator: new Float64Array(size),
    denominator: new Float64Array(size),
    coverage: new Float64Array(size),
  };
  fillCoverage(model, parent, forms);
  if (model.presenceBy === 'leaves') fillByLeaves(model, parent, forms);
  else fillByChildren(model, parent, forms);
  keepUntouchedUnits(model, parent, forms);
  return forms;
}

/** The mean of `parent` and of everything above it, if it is the same one. */
export function commonTransform(model: WeightModel, parent: number): MeanTransform | null {
  let common: MeanTransform | null = null;
  for (let node = parent; node >= 0; node = model.tree.parent[node]) {
    const transform = model.means[node] ?? null;
    if (transform === null) return null;
    if (common !== null && common.name !== transform.name) return null;
    common ??= transform;
  }
  return common;
}

function fillCoverage(model: WeightModel, parent: number, forms: SiblingForms): void {
  const { unitCount, covered, effective } = model;
  const weight = effective[parent];
  forms.children.forEach((child, index) => {
    for (let unit = 0; unit < unitCount; unit++) {
      const rest = covered[unit] - weight * covered[parent * unitCount + unit];
      forms.coverage[index * unitCount + unit] = rest + weight * covered[child * unitCount + unit];
    }
  });
}

function fillByLeaves(model: WeightModel, parent: number, forms: SiblingForms): void {
  const { tree, unitCount, presence, values, local } = model;
  const { apply } = forms.transform;
  const restNumerator = new Float64Array(unitCount);
  const restDenominator = new Float64Array(unitCount);
  for (let node = parent; tree.parent[node] >= 0; node = tree.parent[node]) {
    const beside = besideNode(model, node, apply);
    const share = local[node];
    for (let unit = 0; unit < unitCount; unit++) {
      restNumerator[unit] = beside.numerator[unit] + share * restNumerator[unit];
      restDenominator[unit] = beside.denominator[unit] + share * restDenominator[unit];
    }
  }
  const weight = model.effective[parent];
  forms.children.forEach((child, index) => {
    for (let unit = 0; unit < unitCount; unit++) {
      const at = index * unitCount + unit;
      const present = weight * presence[child * unitCount + unit];
      forms.denominator[at] = restDenominator[unit] + present;
      forms.numerator[at] =
        restNumerator[unit] + (present > 0 ? present * apply(values[child * unitCount + unit]) : 0);
    }
  });
}

function fillByChildren(model: WeightModel, parent: number, forms: SiblingForms): void {
  const { tree, unitCount, presence, values, local } = model;
  const { apply } = forms.transform;
  // f(index) = offset + slope · f(P)
  const offset = new Float64Array(unitCount);
  const slope = new Float64Array(unitCount).fill(1);
  for (let node = parent; tree.parent[node] >= 0; node = tree.parent[node]) {
    const beside = besideNode(model, node, apply);
    const share = local[node];
    for (let unit = 0; unit < unitCount; unit++) {
      const whole = beside.denominator[unit] + share;
      offset[unit] = (beside.numerator[unit] + share * offset[unit]) / whole;
      slope[unit] = (share * slope[unit]) / whole;
    }
  }
  forms.children.forEach((child, index) => {
    for (let unit = 0; unit < unitCount; unit++) {
      if (presence[child * unitCount + unit] === 0) continue;
      const at = index * unitCount + unit;
      forms.denominator[at] = 1;
      forms.numerator[at] = offset[unit] + slope[unit] * apply(values[child * unitCount + unit]);
    }
  });
}

/** Σ share · presence · f(value) and Σ share · presence over the siblings of a node, per unit. */
function besideNode(model: WeightModel, node: number, apply: (value: number) => number) {
  const { tree, unitCount, local, presence, values } = model;
  const above = tree.parent[node];
  const numerator = new Float64Array(unitCount);
  const denominator = new Float64Array(unitCount);
  for (let at = tree.childStart[above]; at < tree.childStart[above + 1]; at++) {
    const sibling = tree.children[at];
    if (sibling === node) continue;
    for (let unit = 0; unit < unitCount; unit++) {
      const weight = local[sibling] * presence[sibling * unitCount + unit];
      if (weight === 0) continue;
      numerator[unit] += weight * apply(values[sibling * unitCount + unit]);
      denominator[unit] += weight;
    }
  }
  return { numerator, denominator };
}

/**
 * A unit for which P, or a node above it, is missing whatever the shares (no child present, or too few of them), or
 * has no weight, keeps the score it has.
 */
function keepUntouchedUnits(model: WeightModel, parent: number, forms: SiblingForms): void {
  const { unitCount, values } = model;
  const { apply } = forms.transform;
  for (let unit = 0; unit < unitCount; unit++) {
    if (reachesIndex(model, parent, unit)) continue;
    const score = values[unit];
    const scored = score === score;
    for (let index = 0; index < forms.children.length; index++) {
      forms.numerator[index * unitCount + unit] = scored ? apply(score) : 0;
      forms.denominator[index * unitCount + unit] = scored ? 1 : 0;
    }
  }
}

function reachesIndex(
  { tree, thresholds, unitCount, presence, local }: WeightModel,
  parent: number,
  unit: number,
): boolean {
  // The child through which the shares of P come up; at P itself they all can.
  let through = -1;
  for (let node = parent; node >= 0; node = tree.parent[node]) {
    const first = tree.childStart[node];
    const end = tree.childStart[node + 1];
    let present = 0;
    for (let at = first; at < end; at++) {
      const child = tree.children[at];
      if (child === through || presence[child * unitCount + unit] > 0) present++;
    }
    if (present === 0 || present / (end - first) < thresholds[node]) return false;
    if (through >= 0 && local[through] === 0) return false;
    through = node;
  }
  return true;
}
