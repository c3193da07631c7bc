import { AppError } from '../../shared/contract/errors.ts';
import type { NodeCode } from '../../shared/model/ids.ts';
import type { FrameworkTree } from './compile-framework.ts';

/** Node numbers of the codes. @throws AppError `E_INPUT` for a code that the tree does not have. */
export function requireNodes(tree: FrameworkTree, codes: readonly NodeCode[]): ReadonlySet<number> {
  const numberOf = new Map(tree.codes.map((code, node) => [code, node]));
  return new Set(
    codes.map((code) => {
      const node = numberOf.get(code);
      if (node !== undefined) return node;
      throw new AppError('E_INPUT', `No node ${code} among those that are scored.`, {
        reason: 'unknown-node',
        node: code,
      });
    }),
  );
}
