import type { z } from 'zod';
import { AppError } from '../../shared/contract/errors.ts';

/** More than three complaints about one input do not help. */
const MOST_NAMED = 3;

/** `E_INPUT` that says where in the input, what was expected and what was found. */
export function inputError(method: string, input: unknown, error: z.ZodError): AppError {
  const issues = error.issues.map(mostTelling);
  const first = issues[0];
  const named = issues
    .slice(0, MOST_NAMED)
    .map((issue) => `${pathText(issue.path)}: ${issue.message}`);
  const more = issues.length > MOST_NAMED ? ` (and ${issues.length - MOST_NAMED} more)` : '';
  return new AppError('E_INPUT', `${method}: ${named.join('; ')}${more}`, {
    reason: 'input-refused',
    ...(first !== undefined && {
      expected: first.message,
      found: describe(valueAt(input, first.path)),
      parameters: { method, path: pathText(first.path) },
    }),
  });
}

type Issue = z.core.$ZodIssue;

/** Of a union only the branch that came closest says something useful. */
function mostTelling(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const closest = issue.errors.reduce((best, branch) =>
    branch.length < best.length ? branch : best,
  );
  const inner = closest[0];
  return inner === undefined
    ? issue
    : mostTelling({ ...inner, path: [...issue.path, ...inner.path] });
}

function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'input';
  return path
    .map((part, index) =>
      typeof part === 'number'
        ? `[${part}]`
        : index === 0
          ? shorten(String(part))
          : `.${shorten(String(part))}`,
    )
    .join('');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
      return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

/** A short description of any value, for an error message. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(shorten(value));
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `an array of ${value.length}` : 'an object';
    default:
      return `a ${typeof value}`;
  }
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
