import { create } from 'zustand';
import { useLayout } from '../../stores/layout-store.ts';

/** The toolbar stands in the header of the panel, apart from the rows that fill the screen. */
export const useRankingFullScreen = create<{ readonly open: boolean }>(() => ({ open: false }));

export function toggleRankingFullScreen(): void {
  useRankingFullScreen.setState(({ open }) => ({ open: !open }));
}

/** Also before anything else is shown: it would lie behind. */
export function leaveRankingFullScreen(): void {
  useRankingFullScreen.setState({ open: false });
}

useLayout.subscribe(({ view }, before) => {
  if (view !== before.view) leaveRankingFullScreen();
});
