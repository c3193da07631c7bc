import type { LocalizedText } from '../../../shared/model/language.ts';
import type { RowWriter } from '../../oplog/row-writer.ts';
import type { Reader } from '../reader.ts';

/** The workbook's only row of its kind. */
const KEY = { id: 1 };

export interface WorkbookRow {
  readonly uid: string;
  readonly title: LocalizedText;
  readonly author: string;
}

export function readWorkbookRow(reader: Reader): WorkbookRow {
  const row = reader.row<{ uid: string; title_zh: string; title_en: string; author: string }>(
    'SELECT uid, title_zh, title_en, author FROM workbook',
  );
  if (row === undefined) throw new Error('the workbook has no row of its own');
  return { uid: row.uid, title: { zh: row.title_zh, en: row.title_en }, author: row.author };
}

export function writeAuthor(writer: RowWriter, author: string): void {
  writer.update('workbook', KEY, { author });
}

export interface WorkbookCounts {
  readonly units: number;
  readonly indicators: number;
  readonly adopted: number;
  readonly observations: number;
  readonly sources: number;
}

export function countRows(reader: Reader): WorkbookCounts {
  const counts = reader.row<WorkbookCounts>(
    `SELECT
       (SELECT count(*) FROM unit) AS units,
       (SELECT count(*) FROM node WHERE indicator IS NOT NULL) AS indicators,
       (SELECT count(*) FROM observation WHERE adopted = 1) AS adopted,
       (SELECT count(*) FROM observation) AS observations,
       (SELECT count(*) FROM source) AS sources`,
  );
  if (counts === undefined) throw new Error('counting gave no row');
  return counts;
}
