import { expect, test } from 'vitest';
import { z } from 'zod';
import { methods, type MethodName } from '../../shared/contract/methods.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Places in a schema where anything of any size or any name would be let in. */
function openPlaces(schema: Schema, place: string): string[] {
  const here: string[] = [];
  const isA = (type: string) => [schema.type].flat().includes(type);
  const isOpenText =
    isA('string') &&
    schema.enum === undefined &&
    schema.const === undefined &&
    schema.maxLength === undefined;
  if (isOpenText) here.push(`${place}: text of any length`);
  if (isA('array') && schema.maxItems === undefined) here.push(`${place}: any number of items`);
  // A record has names from a schema; an object without one takes no names that it does not know.
  if (
    isA('object') &&
    schema.additionalProperties !== false &&
    schema.propertyNames === undefined
  ) {
    here.push(`${place}: any field`);
  }
  const parts: [Schema, string][] = [
    ...Object.entries(schema.properties ?? {}).map(([name, part]): [Schema, string] => [
      part,
      `${place}.${name}`,
    ]),
    ...(schema.items === undefined ? [] : [[schema.items, `${place}[]`] as [Schema, string]]),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((part): [Schema, string] => [
      part,
      place,
    ]),
  ];
  return [...here, ...parts.flatMap(([part, where]) => openPlaces(part, where))];
}

test.each(Object.keys(methods) as MethodName[])(
  'the input of %s is bounded in size and names',
  (name) => {
    const schema = z.toJSONSchema(methods[name].input, {
      reused: 'inline',
      unrepresentable: 'any',
    });
    expect(openPlaces(schema as Schema, name)).toEqual([]);
  },
);
