import { expect } from 'vitest';
import { AppError, type ErrorCode, type ErrorDetails } from '../../../shared/contract/errors.ts';

/** The call fails with this code and at least these details, and a message that names what the details name. */
export function expectAppError(
  call: () => unknown,
  code: ErrorCode,
  details: ErrorDetails,
): AppError {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(AppError);
  const error = thrown as AppError;
  expect({ code: error.code, details: error.details }).toMatchObject({ code, details });
  for (const name of [details.unit, details.node, details.found]) {
    if (name !== undefined) expect(error.message).toContain(name);
  }
  // And every part of it says something.
  expect(error.message).toMatch(/\S \S/);
  for (const [key, part] of Object.entries(error.details)) expect(part, key).not.toBe('');
  return error;
}
