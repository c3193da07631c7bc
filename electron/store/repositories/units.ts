import { z } from 'zod';
import type { UnitCode } from '../../../shared/model/ids.ts';
import type { Unit } from '../../../shared/model/unit.ts';
import type { Row } from '../../oplog/row-change.ts';
import { parseColumn } from '../column.ts';
import type { Reader } from '../reader.ts';

const Attributes = z.record(z.string(), z.string());

/** In the workbook's order. */
export function readUnits(reader: Reader): Unit[] {
  return reader
    .rows<{
      code: UnitCode;
      name_zh: string;
      name_en: string;
      attributes: string;
    }>('SELECT code, name_zh, name_en, attributes FROM unit ORDER BY position')
    .map((row) => ({
      code: row.code,
      name: { zh: row.name_zh, en: row.name_en },
      attributes: parseColumn(Attributes, row.attributes, `attributes of ${row.code}`),
    }));
}

/** Row numbers by code, in the workbook's order. */
export function readUnitNumbers(reader: Reader): ReadonlyMap<UnitCode, number> {
  const rows = reader.rows<{ code: UnitCode; number: number }>(
    'SELECT code, number FROM unit ORDER BY position',
  );
  return new Map(rows.map(({ code, number }) => [code, number]));
}

export function unitRow(unit: Unit, number: number): Row {
  return {
    number,
    position: number,
    code: unit.code,
    name_zh: unit.name.zh,
    name_en: unit.name.en,
    attributes: JSON.stringify(unit.attributes),
  };
}
