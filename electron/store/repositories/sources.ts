import type { SourceId } from '../../../shared/model/ids.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Row } from '../../oplog/row-change.ts';
import type { RowWriter } from '../../oplog/row-writer.ts';
import type { Reader } from '../reader.ts';

export function readSources(reader: Reader): Source[] {
  return reader.rows<Source>('SELECT id, title, url, published FROM source ORDER BY number');
}

export function findSourceNumber(reader: Reader, id: SourceId): number | null {
  return (
    reader.row<{ number: number }>('SELECT number FROM source WHERE id = ?', id)?.number ?? null
  );
}

/** Returns the new row's number. */
export function addSource(reader: Reader, writer: RowWriter, source: Source): number {
  const last = reader.row<{ number: number }>(
    'SELECT coalesce(max(number), 0) AS number FROM source',
  );
  const number = (last?.number ?? 0) + 1;
  writer.insert('source', sourceRow(source, number));
  return number;
}

export function sourceRow(source: Source, number: number): Row {
  return {
    number,
    id: source.id,
    title: source.title,
    url: source.url,
    published: source.published,
  };
}
