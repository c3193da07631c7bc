import type { Framework } from '../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../shared/model/ids.ts';
import { type Aggregation, DEFAULT_METHOD, type MissingRule } from '../../shared/model/method.ts';
import type { ScoringResult } from '../../shared/model/result.ts';
import { beginPass, runPass } from '../../electron/engine/aggregate.ts';
import { planAggregation } from '../../electron/engine/aggregation-plan.ts';
import {
  compileFramework,
  frameworkShares,
  relativeWeights,
} from '../../electron/engine/compile-framework.ts';
import { RandomStream } from '../../electron/engine/random.ts';
import { createScorer, type ScoringRequest } from '../../electron/engine/score.ts';
import { type BenchRow, medianMilliseconds } from './bench-row.ts';
import { PLAIN_INDICATOR } from '../support/plain-indicator.ts';

/** The engine alone: a weight change, the whole pipeline, and single aggregations, each beside a plain loop. */
export async function run(): Promise<BenchRow[]> {
  return [...previews(), ...pipelines(), ...aggregations()];
}

/** `groups` groups of `size` indicators under one index; without groups the indicators stand right under it. */
function makeFramework(groups: number, size: number): Framework {
  const name = { zh: '', en: '' };
  const index = 'index' as NodeCode;
  const leaves = (parent: NodeCode, count: number): Framework['nodes'] =>
    Array.from({ length: count }, (_, leaf) => ({
      code: `${parent}.${leaf}` as NodeCode,
      parent,
      name,
      weight: leaf + 1,
      indicator: PLAIN_INDICATOR,
    }));
  return {
    id: 'bench',
    name,
    source: null,
    assumptions: [],
    nodes: [
      { code: index, parent: null, name, weight: 1, indicator: null },
      ...Array.from({ length: groups }, (_, group) => {
        const parent = `g${group}` as NodeCode;
        const node = { code: parent, parent: index, name, weight: group + 1, indicator: null };
        return [node, ...leaves(parent, size)];
      }).flat(),
      ...(groups === 0 ? leaves(index, size) : []),
    ],
  };
}

function makeUnits(count: number): ScoringRequest['units'] {
  const name = { zh: '', en: '' };
  return Array.from({ length: count }, (_, at) => ({
    code: `u${at}` as UnitCode,
    name,
    attributes: {},
  }));
}

function randomValues(count: number, gaps: number): Float64Array {
  const stream = new RandomStream(1, count);
  const values = new Float64Array(count);
  stream.fillUniform(values);
  if (gaps > 0) {
    for (let at = 0; at < count; at++) if (stream.uniform() < gaps) values[at] = NaN;
  }
  return values;
}

interface Size {
  readonly units: number;
  readonly groups: number;
  readonly size: number;
  readonly gaps: number;
}

function makeRequest({ units, groups, size, gaps }: Size, missing: MissingRule): ScoringRequest {
  return {
    framework: makeFramework(groups, size),
    units: makeUnits(units),
    values: randomValues(units * groups * size, gaps),
    method: { ...DEFAULT_METHOD, missing },
    excludedUnits: new Set(),
    excludedNodes: new Set(),
    plausible: null,
  };
}

/** One weight change, as a drag asks for it: only aggregation and ranking, in the arrays of the preview before. */
function previews(): BenchRow[] {
  const sizes: (Size & { budget: number; repeats: number })[] = [
    { units: 14, groups: 5, size: 5, gaps: 0.7, budget: 0.1, repeats: 2000 },
    { units: 1000, groups: 10, size: 5, gaps: 0.2, budget: 2, repeats: 200 },
    { units: 100_000, groups: 10, size: 5, gaps: 0, budget: 150, repeats: 15 },
    { units: 100_000, groups: 10, size: 5, gaps: 0.2, budget: 150, repeats: 15 },
  ];
  return sizes.map(({ budget, repeats, ...size }) => {
    const scorer = createScorer(makeRequest(size, 'available-leaf'));
    let spare: ScoringResult | undefined;
    let step = 0;
    const value = medianMilliseconds(
      () => {
        const weights = new Map([['g0' as NodeCode, 1 + (step++ % 9)]]);
        spare = scorer.reweigh(weights, { spare });
      },
      repeats,
      Math.min(repeats, 100),
    );
    const floor = medianMilliseconds(readAndWrite(size), repeats, 5);
    const what = `${size.units.toLocaleString('en')} × ${size.groups * size.size}, ${size.gaps * 100} % gaps`;
    return {
      name: `preview of a weight change, ${what}`,
      value,
      unit: 'ms',
      floor,
      ratio: value / floor,
      budget,
    };
  });
}

/** A plain loop that reads a matrix of this size and writes one. */
function readAndWrite({ units, groups, size }: Size): () => void {
  const from = randomValues(units * groups * size, 0);
  const to = new Float64Array(from.length);
  return () => {
    for (let at = 0; at < from.length; at++) to[at] = (from[at] as number) * 2 + 1;
  };
}

/** All stages from raw values; the floor reads and writes the matrix once per stage, into a new one as the stages do. */
function pipelines(): BenchRow[] {
  return [0, 0.2].map((gaps) => {
    const size = { units: 100_000, groups: 10, size: 5, gaps };
    const request = makeRequest(size, 'available');
    const value = medianMilliseconds(() => createScorer(request), 7, 2);
    const floor = medianMilliseconds(
      () => {
        let matrix: Float64Array = request.values;
        // Once for each stage: treat, normalise, aggregate, rank.
        for (let stage = 0; stage < 4; stage++) {
          const next = new Float64Array(matrix.length);
          for (let at = 0; at < matrix.length; at++) next[at] = (matrix[at] as number) * 2 + 1;
          matrix = next;
        }
      },
      7,
      2,
    );
    return {
      name: `full pipeline, 100,000 × 50, ${gaps * 100} % gaps`,
      value,
      unit: 'ms',
      floor,
      ratio: value / floor,
      budget: 3 * floor,
    };
  });
}

/** One aggregation of a million units. The floor reads the matrix and adds up each unit without any weight. */
function aggregations(): BenchRow[] {
  const [unitCount, leafCount] = [1_000_000, 25];
  const framework = makeFramework(0, leafCount);
  const tree = compileFramework(framework);
  const shares = frameworkShares(tree, relativeWeights(tree, framework));
  const units = makeUnits(unitCount);
  const columns = randomValues(unitCount * leafCount, 0);
  const sums = new Float64Array(unitCount);
  const floor = medianMilliseconds(
    () => {
      sums.fill(0);
      for (let leaf = 0; leaf < leafCount; leaf++) {
        for (let unit = 0; unit < unitCount; unit++) {
          sums[unit]! += columns[leaf * unitCount + unit] as number;
        }
      }
    },
    7,
    2,
  );
  const rules: [string, Aggregation][] = [
    ['weighted sum', { rule: 'arithmetic' }],
    ['TOPSIS', { rule: 'topsis' }],
  ];
  return rules.map(([name, rule]) => {
    const method = { aggregation: [rule], availability: [], missing: 'available' as const };
    const plan = planAggregation(tree, method);
    const pass = beginPass(tree, shares, plan, columns, units, columns);
    const value = medianMilliseconds(() => runPass(pass), 7, 2);
    return {
      name: `${name}, 1,000,000 × 25`,
      value,
      unit: 'ms',
      floor,
      ratio: value / floor,
    };
  });
}
