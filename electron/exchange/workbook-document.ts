import { z } from 'zod';
import { WorkbookContent } from '../../shared/model/workbook-content.ts';

/** Everything in a workbook but its history, as one JSON file. */
export const WorkbookDocument = z.strictObject({
  format: z.literal('hengmo-workbook'),
  version: z.literal(1),
  ...WorkbookContent.shape,
});
export type WorkbookDocument = z.infer<typeof WorkbookDocument>;

/** The parts with many rows; each row is written on a line of its own, so that two exports can be compared. */
const ROW_PARTS: ReadonlySet<string> = new Set([
  'units',
  'sources',
  'series',
  'observations',
  'adoptions',
  'scenarios',
  'weightSets',
]);

/** The document as text, in pieces: a large workbook does not become one string. */
export function* writeWorkbookDocument(content: WorkbookContent): Generator<string> {
  const document = { format: 'hengmo-workbook', version: 1, ...content } satisfies WorkbookDocument;
  let separator = '{\n';
  for (const [name, part] of Object.entries(document)) {
    yield `${separator}"${name}": `;
    if (ROW_PARTS.has(name) && Array.isArray(part)) yield* writeRows(part);
    else yield JSON.stringify(part, null, 1);
    separator = ',\n';
  }
  yield '\n}\n';
}

function* writeRows(rows: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [index, row] of rows.entries()) {
    yield `${index === 0 ? '\n' : ',\n'} ${JSON.stringify(row)}`;
  }
  yield '\n]';
}
