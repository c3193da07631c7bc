import { AppError, type ErrorReply } from '../../shared/contract/errors.ts';

/** What an error becomes on its way to another thread, which errors of our own do not survive. */
export type Failure =
  | { readonly kind: 'refused'; readonly error: ErrorReply }
  | { readonly kind: 'failed'; readonly message: string };

export function failureOf(cause: unknown): Failure {
  if (cause instanceof AppError) return { kind: 'refused', error: cause.toReply() };
  return { kind: 'failed', message: cause instanceof Error ? cause.message : String(cause) };
}

export function errorOf(failure: Failure): AppError {
  if (failure.kind === 'failed') return new AppError('E_INTERNAL', failure.message);
  const { code, message, details } = failure.error;
  return new AppError(code, message, details);
}
