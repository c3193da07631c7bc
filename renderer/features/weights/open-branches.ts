import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import { NodeCode } from '../../../shared/model/ids.ts';
import { useLayout } from '../../stores/layout-store.ts';
import { useMemory } from '../../stores/use-memory.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

const OPEN = 'weights.open';
const OpenNodes = z.array(NodeCode);
const NONE: NodeCode[] = [];

interface OpenBranches {
  readonly anyOpen: boolean;
  isOpen(node: NodeCode): boolean;
  toggle(node: NodeCode): void;
  openAll(): void;
  closeAll(): void;
}

/** Which branches of the tree are open; kept with the layout. */
export function useOpenBranches(): OpenBranches {
  const [stored, keep] = useMemory(OPEN, OpenNodes, NONE);
  const index = useWorkbook((state) => state.index);
  const open = useMemo(() => new Set(stored), [stored]);
  const toggle = useCallback(
    (node: NodeCode) => {
      // Read at the moment of the click: rows keep this function while others are toggled.
      const parsed = OpenNodes.safeParse(useLayout.getState().memories[OPEN]);
      const next = new Set(parsed.success ? parsed.data : []);
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
