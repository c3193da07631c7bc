import { z } from 'zod';

export const ErrorCode = z.enum([
  'E_INPUT',
  'E_NOT_FOUND',
  'E_CONFLICT',
  'E_PRECONDITION',
  'E_UNSUPPORTED',
  'E_CANCELLED',
  'E_BUSY',
  'E_STORAGE',
  'E_DB_TOO_NEW',
  'E_FORBIDDEN',
  'E_INTERNAL',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** Where and what: `reason` is a stable key that the interface translates, the rest are its parameters. */
export const ErrorDetails = z.strictObject({
  reason: z.string().optional(),
  expected: z.string().optional(),
  found: z.string().optional(),
  file: z.string().optional(),
  row: z.int().optional(),
  column: z.string().optional(),
  unit: z.string().optional(),
  node: z.string().optional(),
  /** Further parameters of the translated message. */
  parameters: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type ErrorDetails = z.infer<typeof ErrorDetails>;

/** An error as it crosses the border: data, never a stack or a path of the user's machine. */
export const ErrorReply = z.strictObject({
  code: ErrorCode,
  message: z.string(),
  details: ErrorDetails,
});
export type ErrorReply = z.infer<typeof ErrorReply>;

/** The one error class. The message says what was expected, what was found and where. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(
    code: ErrorCode,
    message: string,
    details: ErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  toReply(): ErrorReply {
    return { code: this.code, message: this.message, details: this.details };
  }
}
