import { fstatSync } from 'node:fs';

/**
 * Calls `action` when the process that started this one ends or closes its end of stdin. Only where stdin is a pipe: a
 * terminal or /dev/null says nothing about a parent.
 */
export function whenParentEnds(action: () => void): void {
  const input = fstatSync(0);
  if (!input.isFIFO() && !input.isSocket()) return;
  process.stdin.once('end', action);
  process.stdin.once('close', action);
  process.stdin.resume();
  process.stdin.unref();
}
