import { AppError, type ErrorReply } from '../../shared/contract/errors.ts';
import type { Ids, Logger } from '../services/ports.ts';

/**
 * What may leave the host about an error. An `AppError` was written for people and leaves as it is; anything else is a
 * defect: it goes to the log under a reference, and only the reference leaves.
 */
export function errorReply(
  error: unknown,
  where: string,
  { ids, logger }: { ids: Ids; logger: Logger },
): ErrorReply {
  if (error instanceof AppError) {
    if (error.cause !== undefined) {
      logger.warn('refused', {
        where,
        code: error.code,
        message: error.message,
        cause: error.cause,
      });
    }
    return error.toReply();
  }
  const reference = ids();
  logger.error('unexpected error', { where, reference, cause: error });
  return {
    code: 'E_INTERNAL',
    message: `unexpected error in ${where}; the log has it under ${reference}`,
    details: { reason: 'internal', parameters: { where, reference } },
  };
}
