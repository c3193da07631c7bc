import { z } from 'zod';
import {
  Assumption,
  IndicatorDefinition,
  type Framework,
  type FrameworkNode,
} from '../../../shared/model/framework.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { Method } from '../../../shared/model/method.ts';
import type { ShippedRules } from '../../../shared/model/workbook-content.ts';
import type { Cell, Row } from '../../oplog/row-change.ts';
import type { RowWriter } from '../../oplog/row-writer.ts';
import { parseColumn } from '../column.ts';
import type { Reader } from '../reader.ts';

const FrameworkSource = z.strictObject({ title: z.string(), date: z.string() });

interface NodeRow {
  readonly number: number;
  readonly code: NodeCode;
  readonly parent: NodeCode | null;
  readonly name_zh: string;
  readonly name_en: string;
  readonly weight: number;
  readonly shipped_weight: number;
  readonly indicator: string | null;
}

interface FrameworkRow {
  readonly framework_id: string;
  readonly framework_name_zh: string;
  readonly framework_name_en: string;
  readonly framework_source: string | null;
  readonly assumptions: string;
  readonly method: string;
  readonly shipped_method: string;
}

function readNodeRows(reader: Reader): NodeRow[] {
  return reader.rows<NodeRow>(
    `SELECT node.number, node.code, parent.code AS parent, node.name_zh, node.name_en, node.weight,
            node.shipped_weight, node.indicator
     FROM node LEFT JOIN node AS parent ON parent.number = node.parent
     ORDER BY node.position`,
  );
}

function readFrameworkRow(reader: Reader): FrameworkRow {
  const row = reader.row<FrameworkRow>(
    `SELECT framework_id, framework_name_zh, framework_name_en, framework_source, assumptions, method, shipped_method
     FROM workbook`,
  );
  if (row === undefined) throw new Error('the workbook has no row of its own');
  return row;
}

/** The framework with the weights in force in `baseline`. */
export function readFramework(reader: Reader): Framework {
  const row = readFrameworkRow(reader);
  return {
    id: row.framework_id,
    name: { zh: row.framework_name_zh, en: row.framework_name_en },
    source:
      row.framework_source === null
        ? null
        : parseColumn(FrameworkSource, row.framework_source, 'source of the framework'),
    assumptions: parseColumn(z.array(Assumption), row.assumptions, 'assumptions'),
    nodes: readNodeRows(reader).map(toNode),
  };
}

/** The method in force in `baseline`. */
export function readMethod(reader: Reader): Method {
  return parseColumn(Method, readFrameworkRow(reader).method, 'method');
}

export function readShippedRules(reader: Reader): ShippedRules {
  return {
    weights: readNodeRows(reader).map((node) => node.shipped_weight),
    method: parseColumn(Method, readFrameworkRow(reader).shipped_method, 'shipped method'),
  };
}

/** Row numbers by code, for writing and for joining with rows that name a node by number. */
export function readNodeNumbers(reader: Reader): ReadonlyMap<NodeCode, number> {
  const rows = reader.rows<{ code: NodeCode; number: number }>('SELECT code, number FROM node');
  return new Map(rows.map(({ code, number }) => [code, number]));
}

export function writeWeight(writer: RowWriter, node: number, weight: number): void {
  writer.update('node', { number: node }, { weight });
}

export function writeMethod(writer: RowWriter, method: Method): void {
  writer.update('workbook', { id: 1 }, { method: JSON.stringify(method) });
}

/** Columns of the `workbook` row that hold the framework and the method. */
export function frameworkColumns(
  framework: Framework,
  method: Method,
  shipped: Method,
): Record<string, Cell> {
  return {
    framework_id: framework.id,
    framework_name_zh: framework.name.zh,
    framework_name_en: framework.name.en,
    framework_source: framework.source === null ? null : JSON.stringify(framework.source),
    assumptions: JSON.stringify(framework.assumptions),
    method: JSON.stringify(method),
    shipped_method: JSON.stringify(shipped),
  };
}

export function nodeRow(
  node: FrameworkNode,
  number: number,
  parent: number | null,
  shippedWeight: number,
): Row {
  return {
    number,
    position: number,
    code: node.code,
    parent,
    name_zh: node.name.zh,
    name_en: node.name.en,
    weight: node.weight,
    shipped_weight: shippedWeight,
    indicator: node.indicator === null ? null : JSON.stringify(node.indicator),
  };
}

function toNode(row: NodeRow): FrameworkNode {
  return {
    code: row.code,
    parent: row.parent,
    name: { zh: row.name_zh, en: row.name_en },
    weight: row.weight,
    indicator:
      row.indicator === null
        ? null
        : parseColumn(IndicatorDefinition, row.indicator, `indicator ${row.code}`),
  };
}
