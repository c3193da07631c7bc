import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import { NodeCode } from '../../../shared/model/ids.ts';
import { useLayout } from '../../stores/layout-store.ts';
import { useMemory } from '../../stores/use-memory.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

export const OPEN_BRANCHES = 'weights.open';
const OpenNodes = z.array(NodeCode);
const NONE: NodeCode[] = [];

interface OpenBranches {
  readonly anyOpen: boolean;
  isOpen(node: NodeCode): boolean;
  toggle(node: NodeCode): void;
  openAll(): void;
  closeAll(): void;
}

function openNow(): readonly NodeCode[] {
  const parsed = OpenNodes.safeParse(useLayout.getState().memories[OPEN_BRANCHES]);
  return parsed.success ? parsed.data : [];
}

/** The nodes whose children have rows: the index, and the open ones that there are in the workbook. */
export function branchesOnScreen(): readonly NodeCode[] {
  const { index } = useWorkbook.getState();
  if (index === null) return [];
  return [index.root.code, ...openNow().filter((node) => index.children.has(node))];
}

/** Which branches of the tree are open; kept with the layout. */
export function useOpenBranches(): OpenBranches {
  const [stored, keep] = useMemory(OPEN_BRANCHES, OpenNodes, NONE);
  const index = useWorkbook((state) => state.index);
  const open = useMemo(() => new Set(stored), [stored]);
  const toggle = useCallback(
    (node: NodeCode) => {
      // Read at the moment of the click: rows keep this function while others are toggled.
      const next = new Set(openNow());
      if (!next.delete(node)) next.add(node);
      keep([...next]);
    },
    [keep],
  );
  return {
    anyOpen: open.size > 0,
    isOpen: (node) => open.has(node),
    toggle,
    openAll: () => keep([...(index?.byCode.keys() ?? [])]),
    closeAll: () => keep([]),
  };
}
