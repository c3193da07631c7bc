import type { Framework, IndicatorDefinition } from '../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../shared/model/ids.ts';
import { DEFAULT_METHOD, type Method } from '../../shared/model/method.ts';
import type { ScoringResult } from '../../shared/model/result.ts';
import type { Unit } from '../../shared/model/unit.ts';
import type { ScoringRequest } from '../../electron/engine/score.ts';
import { readReferenceCsv, referenceNumber } from './reference-files.ts';

/** The ASEM example as the engine takes it: 51 countries, 49 indicators, three levels above them. */

type Row = Record<string, string>;

export function asemFramework(customWeights = false): Framework {
  const norm = new Map(
    readReferenceCsv('asem/iMeta_norm_parameters.csv').map((row) => [row['iCode'], row]),
  );
  const custom = new Map(
    readReferenceCsv('asem/weights_custom.csv').map((row) => [row['iCode'], row['Weight']]),
  );
  const rows = readReferenceCsv('asem/iMeta.csv').filter((row) => row['Level'] !== 'NA');
  const parentsFirst = rows.toSorted((a, b) => Number(b['Level']) - Number(a['Level']));
  return {
    id: 'asem',
    name: { zh: 'ASEM', en: 'ASEM' },
    source: null,
    assumptions: [],
    nodes: parentsFirst.map((row) => ({
      code: row['iCode'] as NodeCode,
      parent: row['Parent'] === 'NA' ? null : (row['Parent'] as NodeCode),
      name: { zh: row['iName'] as string, en: row['iName'] as string },
      weight: Number((customWeights && custom.get(row['iCode'])) || row['Weight']),
      indicator: row['Type'] === 'Indicator' ? indicatorOf(row, norm.get(row['iCode'])) : null,
    })),
  };
}

function indicatorOf(row: Row, norm: Row | undefined): IndicatorDefinition {
  const of = (column: string) => {
    const value = referenceNumber(norm?.[column] ?? 'NA');
    return Number.isNaN(value) ? null : value;
  };
  const bounds = (name: string) => {
    const lower = of(`${name}_lower`);
    const upper = of(`${name}_upper`);
    return lower === null || upper === null ? null : { lower, upper };
  };
  return {
    unitOfMeasure: row['Unit'] as string,
    direction: row['Direction'] === '-1' ? -1 : 1,
    type: 'score',
    transform: 'none',
    timeRule: null,
    timeRuleBasis: null,
    goalposts: bounds('goalpost'),
    scaledBounds: bounds('scaled'),
    scaleFactor: of('scale_factor'),
    target: of('Target'),
    tags: {},
  };
}

/** Units in the order of the result files (by code), with the group columns as attributes. */
export function asemUnits(): Unit[] {
  return sortedRows('asem/iData.csv').map((row) => ({
    code: row['uCode'] as UnitCode,
    name: { zh: row['uName'] as string, en: row['uName'] as string },
    attributes: Object.fromEntries(
      Object.entries(row).filter(([column]) => column.endsWith('_group')),
    ),
  }));
}

/** A table of the reference as the engine takes it: leaf-major, leaves in the framework's order, units by code. */
export function asemTable(path: string, framework: Framework): Float64Array {
  const rows = sortedRows(path);
  return Float64Array.from(
    framework.nodes
      .filter((node) => node.indicator !== null)
      .flatMap((node) => rows.map((row) => referenceNumber(row[node.code] as string))),
  );
}

function sortedRows(path: string): Row[] {
  return readReferenceCsv(path).toSorted((a, b) =>
    (a['uCode'] as string) < (b['uCode'] as string) ? -1 : 1,
  );
}

export function asemRequest(
  method: Partial<Method>,
  { data = 'asem/iData.csv', customWeights = false } = {},
): ScoringRequest {
  const framework = asemFramework(customWeights);
  return {
    framework,
    units: asemUnits(),
    values: asemTable(data, framework),
    method: { ...DEFAULT_METHOD, ...method },
    excludedUnits: new Set(),
    excludedNodes: new Set(),
    plausible: null,
  };
}

/** The full example of the reference, from the denominated data on. */
export function asemFullExample(): ScoringRequest {
  return asemRequest(
    {
      missing: 'group-mean',
      groupAttribute: 'EurAsia_group',
      treatment: {
        rule: 'winsorise+log',
        skewLimit: 2,
        kurtosisLimit: 3.5,
        winsoriseMost: 5,
        byIndicator: {},
      },
    },
    { data: 'asem/k_full_asem/denominated.csv' },
  );
}

/** Reads a reference table by unit and column. */
export function referenceTable(path: string): Map<string, Row> {
  return new Map(readReferenceCsv(path).map((row) => [row['uCode'] as string, row]));
}

/** The values of one node by unit, from a result. */
export function nodeColumn(result: ScoringResult, node: string): Float64Array {
  const at = result.nodes.indexOf(node as NodeCode) * result.units.length;
  return result.values.subarray(at, at + result.units.length);
}
