import type { DockviewMessages } from 'dockview-react';
import { textOf } from '../../i18n/i18n.ts';
import { panelDefinition } from './panels.tsx';

/** What dockview says to assistive technology, in the language of the interface at that moment. */
export const dockMessages: Partial<DockviewMessages> = {
  panelOpened: (panel) => textOf('frame:dock.opened', { panel: nameOf(panel) }),
  panelClosed: (panel) => textOf('frame:dock.closed', { panel: nameOf(panel) }),
  groupMaximized: (panel) => textOf('frame:dock.maximised', { panel: nameOf(panel) }),
  groupRestored: (panel) => textOf('frame:dock.restored', { panel: nameOf(panel) }),
  movePickTarget: (source, target, current, total) =>
    textOf('frame:dock.pickTarget', {
      source: nameOf(source),
      target: nameOf(target),
      current,
      total,
    }),
  movePickEdge: (position, target) =>
    textOf('frame:dock.pickEdge', {
      position: textOf(`frame:dock.position.${position}`),
      target: nameOf(target),
    }),
  moveCommitted: (source, target, position) =>
    textOf('frame:dock.moved', {
      source: nameOf(source),
      target: nameOf(target),
      position: textOf(`frame:dock.position.${position}`),
    }),
  moveCancelled: () => textOf('frame:dock.cancelled'),
  moveNotAllowed: () => textOf('frame:dock.notAllowed'),
};

/** Panels are titled by their id; readers hear their name. */
function nameOf(panel: string): string {
  const definition = panelDefinition(panel);
  return definition === undefined ? panel : textOf(definition.title);
}
