import type { DockviewMessages } from 'dockview-react';
import { textOf } from '../../i18n/i18n.ts';

/** What dockview says to assistive technology, in the language of the interface at that moment. */
export const dockMessages: Partial<DockviewMessages> = {
  panelOpened: (panel) => textOf('frame:dock.opened', { panel }),
  panelClosed: (panel) => textOf('frame:dock.closed', { panel }),
  groupMaximized: (panel) => textOf('frame:dock.maximised', { panel }),
  groupRestored: (panel) => textOf('frame:dock.restored', { panel }),
};
