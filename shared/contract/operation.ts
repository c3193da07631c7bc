import type { z } from 'zod';

/** One thing that can be asked of the host. A query writes nothing; a command goes through the mutation queue. */
export interface Operation<
  Kind extends 'query' | 'command' = 'query' | 'command',
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
}

export function query<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Operation<'query', Input, Output> {
  return { kind: 'query', input, output };
}

export function command<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Operation<'command', Input, Output> {
  return { kind: 'command', input, output };
}

/** Most items of a list in any input: far above what a person does at once, far below what would fill the memory. */
export const MOST_ITEMS = 100_000;
