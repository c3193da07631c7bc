import type { z } from 'zod';
import { AppError } from '../../shared/contract/errors.ts';

/**
 * Reads one JSON document and checks its shape.
 *
 * @param file name shown in messages, never a full path of the user's machine unless the user typed it
 * @throws AppError E_INPUT naming the file and the place in it
 */
export function readJson<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): z.infer<Schema> {
  return checkShape(parse(text, file, null), file, null, schema);
}

/** Reads JSON Lines: one document per line, blank lines ignored; a refused line is named by its number. */
export function readJsonLines<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): z.infer<Schema>[] {
  const rows: z.infer<Schema>[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    rows.push(checkShape(parse(line, file, index + 1), file, index + 1, schema));
  });
  return rows;
}

function parse(text: string, file: string, row: number | null): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const place = row === null ? '' : `, row ${row}`;
    throw new AppError(
      'E_INPUT',
      `${file}${place}: expected JSON, found something else (${(cause as Error).message})`,
      { reason: 'not-json', file, ...(row === null ? {} : { row }), expected: 'JSON' },
      { cause },
    );
  }
}

function checkShape<Schema extends z.ZodType>(
  value: unknown,
  file: string,
  row: number | null,
  schema: Schema,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue === undefined ? '' : issue.path.map(String).join('.');
  const place = [row === null ? '' : `, row ${row}`, field === '' ? '' : `, ${field}`].join('');
  throw new AppError('E_INPUT', `${file}${place}: ${issue?.message ?? 'unexpected shape'}`, {
    reason: 'unexpected-shape',
    file,
    ...(row === null ? {} : { row }),
    ...(field === '' ? {} : { column: field }),
    ...(issue === undefined ? {} : { expected: issue.message }),
  });
}
