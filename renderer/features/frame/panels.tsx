import type { ComponentType } from 'react';
import type { TextKey } from '../../i18n/wordings.ts';
import { RankingPanel } from '../ranking/RankingPanel.tsx';

export interface PanelDefinition {
  readonly title: TextKey;
  /** Fills the panel; gets no properties and reads the stores. */
  readonly component: ComponentType;
  /** Right side of the panel's header: a remark or small controls. */
  readonly remark?: ComponentType;
}

/** Every panel of the workbench. Where it stands by default is in `views.ts`. */
export const panels = {
  ranking: { title: 'frame:panel.ranking', component: RankingPanel },
} as const satisfies Record<string, PanelDefinition>;

export type PanelId = keyof typeof panels;

export function panelDefinition(id: string): PanelDefinition | undefined {
  return Object.hasOwn(panels, id) ? panels[id as PanelId] : undefined;
}
