import { expect, it } from 'vitest';
import { requireMemory } from '../../../electron/engine/require-memory.ts';
import { expectAppError } from './expect-app-error.ts';

const GIGABYTE = 1024 * 1024 * 1024;

it('allows one gigabyte and not a byte more', () => {
  expect(() => requireMemory(GIGABYTE, '9 draws')).not.toThrow();
  const { message } = expectAppError(() => requireMemory(GIGABYTE + 1, '9 draws'), 'E_INPUT', {
    reason: 'more-than-memory',
    expected: 'at most 1024 MB',
    found: '1025 MB',
  });
  expect(message).toContain('9 draws');
});
