import { create } from 'zustand';

interface Overlays {
  /** What covers the workbench at the moment. */
  open: 'palette' | 'keys' | 'import' | 'backups' | 'author' | null;
}

export const useOverlays = create<Overlays>(() => ({ open: null }));

export function openOverlay(open: Overlays['open']): void {
  useOverlays.setState({ open });
}

export function closeOverlay(): void {
  useOverlays.setState({ open: null });
}
