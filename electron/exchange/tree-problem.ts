import type { NodeCode } from '../../shared/model/ids.ts';

/** What a tree needs of a node; a row of any framework file. */
export interface TreeRow {
  readonly code: NodeCode;
  readonly parent: NodeCode | null;
  readonly isIndicator: boolean;
}

export interface TreeProblem {
  /** Position of the offending row. */
  readonly row: number;
  readonly reason:
    | 'duplicate-code'
    | 'no-root'
    | 'second-root'
    | 'unknown-parent'
    | 'parent-is-indicator'
    | 'cycle'
    | 'aggregate-without-children';
  readonly expected: string;
  readonly found: string;
}

/**
 * Finds the first reason why rows do not form one tree whose leaves are exactly its indicators; null when they do. The
 * rows may be in any order.
 */
export function findTreeProblem(rows: readonly TreeRow[]): TreeProblem | null {
  const rowOf = new Map<NodeCode, number>();
  for (const [row, node] of rows.entries()) {
    const first = rowOf.get(node.code);
    if (first !== undefined) {
      return {
        row,
        reason: 'duplicate-code',
        expected: 'every code once',
        found: `"${node.code}" again`,
      };
    }
    rowOf.set(node.code, row);
  }
  return (
    findParentProblem(rows, rowOf) ??
    findCycle(rows, rowOf) ??
    findRootProblem(rows) ??
    findChildlessAggregate(rows)
  );
}

function findParentProblem(
  rows: readonly TreeRow[],
  rowOf: ReadonlyMap<NodeCode, number>,
): TreeProblem | null {
  for (const [row, node] of rows.entries()) {
    if (node.parent === null) continue;
    const parentRow = rowOf.get(node.parent);
    if (parentRow === undefined) {
      return {
        row,
        reason: 'unknown-parent',
        expected: `the code of another row as parent of "${node.code}"`,
        found: `"${node.parent}"`,
      };
    }
    if (rows[parentRow]?.isIndicator === true) {
      return {
        row,
        reason: 'parent-is-indicator',
        expected: `an aggregate as parent of "${node.code}"`,
        found: `the indicator "${node.parent}"`,
      };
    }
  }
  return null;
}

function findCycle(
  rows: readonly TreeRow[],
  rowOf: ReadonlyMap<NodeCode, number>,
): TreeProblem | null {
  const reachesRoot = new Set<NodeCode>();
  for (const [row, node] of rows.entries()) {
    const path = new Set<NodeCode>();
    let current: TreeRow | undefined = node;
    while (current !== undefined && !reachesRoot.has(current.code)) {
      if (path.has(current.code)) {
        const chain = [...path].join(' → ');
        return {
          row,
          reason: 'cycle',
          expected: 'parents that lead up to the index',
          found: `a cycle: ${chain} → ${current.code}`,
        };
      }
      path.add(current.code);
      const parentRow: number | undefined =
        current.parent === null ? undefined : rowOf.get(current.parent);
      current = parentRow === undefined ? undefined : rows[parentRow];
    }
    for (const code of path) reachesRoot.add(code);
  }
  return null;
}

function findRootProblem(rows: readonly TreeRow[]): TreeProblem | null {
  const roots = rows.flatMap((node, row) => (node.parent === null ? [{ node, row }] : []));
  const [first, second] = roots;
  if (first === undefined) {
    return { row: 0, reason: 'no-root', expected: 'one row without a parent', found: 'none' };
  }
  if (second !== undefined) {
    return {
      row: second.row,
      reason: 'second-root',
      expected: 'one row without a parent',
      found: `"${first.node.code}" and "${second.node.code}"`,
    };
  }
  return null;
}

function findChildlessAggregate(rows: readonly TreeRow[]): TreeProblem | null {
  const parents = new Set(rows.map((node) => node.parent));
  for (const [row, node] of rows.entries()) {
    if (!node.isIndicator && !parents.has(node.code)) {
      return {
        row,
        reason: 'aggregate-without-children',
        expected: `at least one row with parent "${node.code}"`,
        found: 'none',
      };
    }
  }
  return null;
}
