import type { NodeCode, ScenarioId, UnitCode } from '../../../shared/model/ids.ts';
import { Method } from '../../../shared/model/method.ts';
import { overrideKey, type Override, type Scenario } from '../../../shared/model/scenario.ts';
import type { Row } from '../../oplog/row-change.ts';
import type { RowWriter } from '../../oplog/row-writer.ts';
import { parseColumn } from '../column.ts';
import type { Reader } from '../reader.ts';

/** A scenario with its row number. */
export interface StoredScenario {
  readonly number: number;
  readonly scenario: Scenario;
}

/** Row numbers by code, which an override's row needs. */
export interface RowNumbers {
  readonly units: ReadonlyMap<UnitCode, number>;
  readonly nodes: ReadonlyMap<NodeCode, number>;
}

interface OverrideRow {
  readonly scenario: number;
  readonly kind: Override['kind'];
  readonly unit: UnitCode | null;
  readonly node: NodeCode | null;
  readonly weight: number | null;
  readonly value: number | null;
  readonly note: string | null;
  readonly included: 0 | 1 | null;
  readonly method_part: string | null;
}

/** Parents before children, `baseline` first. */
export function readScenarios(reader: Reader): StoredScenario[] {
  const overrides = Map.groupBy(
    reader.rows<OverrideRow>(
      `SELECT o.scenario, o.kind, unit.code AS unit, node.code AS node, o.weight, o.value, o.note, o.included, o.method_part
       FROM scenario_override AS o
       LEFT JOIN unit ON unit.number = o.unit
       LEFT JOIN node ON node.number = o.node
       ORDER BY o.scenario, o.override_key`,
    ),
    (row) => row.scenario,
  );
  return reader
    .rows<{
      number: number;
      id: ScenarioId;
      parent: ScenarioId | null;
      name: string;
      description: string;
    }>(
      `SELECT scenario.number, scenario.id, parent.id AS parent, scenario.name, scenario.description
       FROM scenario LEFT JOIN scenario AS parent ON parent.number = scenario.parent
       ORDER BY scenario.number`,
    )
    .map(({ number, ...scenario }) => ({
      number,
      scenario: { ...scenario, overrides: (overrides.get(number) ?? []).map(toOverride) },
    }));
}

export function insertScenario(
  writer: Pick<RowWriter, 'insert'>,
  scenario: Omit<Scenario, 'overrides' | 'parent'>,
  place: { readonly number: number; readonly parent: number | null },
): void {
  writer.insert('scenario', {
    number: place.number,
    id: scenario.id,
    parent: place.parent,
    name: scenario.name,
    description: scenario.description,
  });
}

export function updateScenario(
  writer: RowWriter,
  number: number,
  columns: Pick<Scenario, 'name' | 'description'>,
): void {
  writer.update('scenario', { number }, { name: columns.name, description: columns.description });
}

/** Of a scenario that has no overrides any more and that no other stands on. */
export function deleteScenario(writer: RowWriter, number: number): void {
  writer.delete('scenario', { number });
}

export function insertOverride(
  writer: Pick<RowWriter, 'insert'>,
  scenario: number,
  override: Override,
  numbers: RowNumbers,
): void {
  writer.insert('scenario_override', overrideRow(scenario, override, numbers));
}

export function updateOverride(
  writer: RowWriter,
  scenario: number,
  override: Override,
  numbers: RowNumbers,
): void {
  const {
    scenario: _scenario,
    override_key: key,
    ...columns
  } = overrideRow(scenario, override, numbers);
  writer.update('scenario_override', { scenario, override_key: key ?? null }, columns);
}

export function deleteOverride(writer: RowWriter, scenario: number, key: string): void {
  writer.delete('scenario_override', { scenario, override_key: key });
}

function overrideRow(scenario: number, override: Override, numbers: RowNumbers): Row {
  const empty = {
    scenario,
    override_key: overrideKey(override),
    kind: override.kind,
    unit: null,
    node: null,
    weight: null,
    value: null,
    note: null,
    included: null,
    method_part: null,
  };
  switch (override.kind) {
    case 'weight':
      return { ...empty, node: numberOf(numbers.nodes, override.node), weight: override.weight };
    case 'value':
      return {
        ...empty,
        unit: numberOf(numbers.units, override.unit),
        node: numberOf(numbers.nodes, override.indicator),
        value: override.value,
        note: override.note,
      };
    case 'method':
      return { ...empty, method_part: JSON.stringify(override.part) };
    case 'unit-inclusion':
      return {
        ...empty,
        unit: numberOf(numbers.units, override.unit),
        included: override.included ? 1 : 0,
      };
    case 'node-inclusion':
      return {
        ...empty,
        node: numberOf(numbers.nodes, override.node),
        included: override.included ? 1 : 0,
      };
  }
}

function numberOf<Code extends string>(numbers: ReadonlyMap<Code, number>, code: Code): number {
  const number = numbers.get(code);
  if (number === undefined) throw new Error(`no row for "${code}"`);
  return number;
}

function toOverride(row: OverrideRow): Override {
  switch (row.kind) {
    case 'weight':
      return { kind: 'weight', node: present(row.node), weight: present(row.weight) };
    case 'value':
      return {
        kind: 'value',
        unit: present(row.unit),
        indicator: present(row.node),
        value: row.value,
        note: present(row.note),
      };
    case 'method':
      return {
        kind: 'method',
        part: parseColumn(Method.partial(), present(row.method_part), 'method of a scenario'),
      };
    case 'unit-inclusion':
      return { kind: 'unit-inclusion', unit: present(row.unit), included: row.included === 1 };
    case 'node-inclusion':
      return { kind: 'node-inclusion', node: present(row.node), included: row.included === 1 };
  }
}

function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('an override lacks a column that its kind needs');
  return value;
}
