import type { z } from 'zod';
import { AppError } from '../../shared/contract/errors.ts';

/** Reads a JSON column: what another program wrote there is not trusted. */
export function parseColumn<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  column: string,
): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError(
      'E_STORAGE',
      `the workbook is damaged: unreadable ${column}`,
      { reason: 'damaged', parameters: { problem: column } },
      { cause },
    );
  }
}
