import { z } from 'zod';
import { NodeCode } from '../../shared/model/ids.ts';
import { Method } from '../../shared/model/method.ts';
import type { WorkbookContent } from '../../shared/model/workbook-content.ts';
import { readRecords, text, type Cell } from './record-table.ts';
import { excerpt, refusal } from './refuse.ts';
import type { Table } from './table.ts';

/** One row per property; a property that is a structure is written as JSON. */
export function writeProperties({
  title,
  author,
  framework,
  method,
  shipped,
}: WorkbookContent): Cell[][] {
  return [
    ['key', 'value'],
    ['format', 'hengmo-workbook'],
    ['version', 1],
    ['title.zh', title.zh],
    ['title.en', title.en],
    ['author', author],
    ['framework.id', framework.id],
    ['framework.name.zh', framework.name.zh],
    ['framework.name.en', framework.name.en],
    ['framework.source.title', framework.source?.title ?? null],
    ['framework.source.date', framework.source?.date ?? null],
    ...writeMethod('method', method),
    ...(shipped === null
      ? []
      : [
          ...writeMethod('shipped.method', shipped.method),
          ...framework.nodes.map(({ code }, index) => [
            `shipped.weight.${code}`,
            shipped.weights[index] ?? 0,
          ]),
        ]),
  ];
}

function writeMethod(prefix: string, method: Method): Cell[][] {
  const { normalisationByIndicator, ...parts } = method;
  return [
    ...Object.entries(parts).map(([name, part]) => [`${prefix}.${name}`, JSON.stringify(part)]),
    ...Object.entries(normalisationByIndicator).map(([code, normalisation]) => [
      `${prefix}.normalisationByIndicator.${code}`,
      JSON.stringify(normalisation),
    ]),
  ];
}

const ENTRY = [text('key', 'key'), text('value', 'value')];
const Entry = z.strictObject({ key: z.string(), value: z.string() });

/** What a table of properties says, by key. */
export interface Properties {
  has(key: string): boolean;
  /** Empty when there is no such property. */
  text(key: string): string;
  number(key: string): number;
  method(prefix: string): Method;
}

/** Reads the rows that `writeProperties` wrote. */
export function readProperties(table: Table): Properties {
  const values = new Map(readRecords(table, ENTRY, Entry).map(({ key, value }) => [key, value]));
  const place = { file: table.file };
  if (values.get('format') !== 'hengmo-workbook' || values.get('version') !== '1') {
    const found = excerpt(`${values.get('format') ?? ''} ${values.get('version') ?? ''}`);
    throw refusal(place, 'unknown-format', 'hengmo-workbook 1', found);
  }
  const textOf = (key: string) => values.get(key) ?? '';
  const json = (key: string): unknown => {
    try {
      return JSON.parse(textOf(key));
    } catch {
      throw refusal(place, 'not-json', `JSON at ${key}`, excerpt(textOf(key)));
    }
  };
  return {
    has: (key: string) => values.has(key),
    text: textOf,
    number(key: string): number {
      const value = z.number().safeParse(json(key));
      if (value.success) return value.data;
      throw refusal(place, 'not-a-number', `a number at ${key}`, excerpt(textOf(key)));
    },
    method(prefix: string): Method {
      const byIndicator = `${prefix}.normalisationByIndicator.`;
      const parts = Object.keys(Method.shape).filter((name) => name !== 'normalisationByIndicator');
      const candidate = {
        ...Object.fromEntries(parts.map((name) => [name, json(`${prefix}.${name}`)])),
        normalisationByIndicator: Object.fromEntries(
          [...values.keys()]
            .filter((key) => key.startsWith(byIndicator))
            .map((key) => [NodeCode.parse(key.slice(byIndicator.length)), json(key)]),
        ),
      };
      const method = Method.safeParse(candidate);
      if (method.success) return method.data;
      const issue = method.error.issues[0];
      const key = `${prefix}.${issue?.path.join('.')}`;
      throw refusal(place, 'method-refused', `${issue?.message} at ${key}`, excerpt(textOf(key)));
    },
  };
}
