import { create } from 'zustand';
import { z } from 'zod';
import { ViewId } from '../../shared/model/view-id.ts';
import { callHost } from './host-connection.ts';

/** narrow: the right panel is a drawer; wide: two views stand side by side. */
export type SizeClass = 'narrow' | 'normal' | 'wide';

/** What is kept per workbook. `arrangements` is dockview's own serialisation, by `view/size class`. */
const Layout = z.object({
  version: z.literal(1),
  view: ViewId,
  arrangements: z.record(z.string(), z.unknown()),
  /** What panels remember about themselves: open branches, locks, column widths … by name. */
  memories: z.record(z.string(), z.unknown()),
});
type Layout = z.infer<typeof Layout>;

interface LayoutState extends Layout {
  /** Panels restore themselves only after the stored layout has been read. */
  loaded: boolean;
  /** Counts how often the arrangements were replaced from outside the dock, which then shows them anew. */
  generation: number;
  /** By the width of the window. */
  size: SizeClass;
  drawerOpen: boolean;
  /** The panel asked for in the drawer; null: its first one. */
  drawerPanel: string | null;
}

const fresh: Layout = { version: 1, view: 'ranking', arrangements: {}, memories: {} };

export const useLayout = create<LayoutState>(() => ({
  ...fresh,
  loaded: false,
  generation: 0,
  size: 'normal',
  drawerOpen: false,
  drawerPanel: null,
}));

/** Reads the layout of the open workbook; one that cannot be understood is forgotten. */
export async function loadLayout(): Promise<void> {
  const { layout } = await callHost('layout.get', {});
  useLayout.setState(({ generation }) => ({
    ...parse(layout),
    loaded: true,
    generation: generation + 1,
  }));
}

/** Another workbook is open: what is remembered here is of the one before, and must not be kept as the new one's. */
export function clearLayout(): void {
  if (saving !== null) clearTimeout(saving);
  saving = null;
  useLayout.setState({ loaded: false, arrangements: {}, memories: {} });
}

function parse(text: string | null): Layout {
  if (text === null) return fresh;
  try {
    return Layout.parse(JSON.parse(text));
  } catch {
    return fresh;
  }
}

const SAVE_AFTER_MS = 400;
let saving: ReturnType<typeof setTimeout> | null = null;

/** Saves soon; a drag of a border makes many changes and one save. */
function saveSoon(): void {
  if (!useLayout.getState().loaded) return;
  if (saving !== null) clearTimeout(saving);
  saving = setTimeout(() => {
    saving = null;
    const { version, view, arrangements, memories } = useLayout.getState();
    const layout = JSON.stringify({ version, view, arrangements, memories } satisfies Layout);
    // The layout is a convenience: that it could not be kept is no reason to interrupt the analyst.
    callHost('layout.set', { layout }).catch((error: unknown) => console.warn(error));
  }, SAVE_AFTER_MS);
}

export function showView(view: ViewId): void {
  useLayout.setState({ view });
  saveSoon();
}

/** The dock reports changes a moment later; those of an older generation are of an arrangement that is gone. */
export function keepArrangement(key: string, arrangement: unknown, generation: number): void {
  if (generation !== useLayout.getState().generation) return;
  useLayout.setState(({ arrangements }) => ({
    arrangements: { ...arrangements, [key]: arrangement },
  }));
  saveSoon();
}

export function forgetArrangements(): void {
  useLayout.setState(({ generation }) => ({ arrangements: {}, generation: generation + 1 }));
  saveSoon();
}

export function keepMemory(name: string, memory: unknown): void {
  useLayout.setState(({ memories }) => ({ memories: { ...memories, [name]: memory } }));
  saveSoon();
}

export function toggleDrawer(open?: boolean): void {
  useLayout.setState(({ drawerOpen }) => ({ drawerOpen: open ?? !drawerOpen }));
}

export function openDrawer(panel: string): void {
  useLayout.setState({ drawerOpen: true, drawerPanel: panel });
}
