import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import { keepMemory, useLayout } from './layout-store.ts';

/**
 * State of a panel that is kept with the layout of the workbook (open branches, locks, column widths). What was stored
 * by another version and does not fit the schema gives way to the initial value. `schema` and `initial` must be
 * constants.
 */
export function useMemory<T>(
  name: string,
  schema: z.ZodType<T>,
  initial: T,
): [T, (next: T) => void] {
  const stored = useLayout((state) => state.memories[name]);
  const value = useMemo(() => {
    const parsed = schema.safeParse(stored);
    return parsed.success ? parsed.data : initial;
  }, [stored, schema, initial]);
  const keep = useCallback((next: T) => keepMemory(name, next), [name]);
  return [value, keep];
}
