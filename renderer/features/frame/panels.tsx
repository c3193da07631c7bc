import type { ComponentType } from 'react';
import type { TextKey } from '../../i18n/wordings.ts';
import { BriefPanel } from '../brief/BriefPanel.tsx';
import { DiagnosticsPanel } from '../diagnostics/DiagnosticsPanel.tsx';
import { EvidencePanel } from '../evidence/EvidencePanel.tsx';
import { GridLegend } from '../grid/GridLegend.tsx';
import { GridPanel } from '../grid/GridPanel.tsx';
import { ComparisonPanel } from '../comparison/ComparisonPanel.tsx';
import { ComparisonRemark } from '../comparison/ComparisonRemark.tsx';
import { MethodPanel } from '../method/MethodPanel.tsx';
import { RankingPanel } from '../ranking/RankingPanel.tsx';
import { RankingToolbar } from '../ranking/RankingToolbar.tsx';
import { AttainablePanel } from '../robustness/attainable/AttainablePanel.tsx';
import { InfluencePanel } from '../robustness/influence/InfluencePanel.tsx';
import { MultiversePanel } from '../robustness/multiverse/MultiversePanel.tsx';
import { PairwisePanel } from '../robustness/ranks/PairwisePanel.tsx';
import { RankAcceptabilityPanel } from '../robustness/ranks/RankAcceptabilityPanel.tsx';
import { RobustnessSetupPanel } from '../robustness/setup/RobustnessSetupPanel.tsx';
import { TornadoPanel } from '../robustness/tornado/TornadoPanel.tsx';
import { UnitRobustnessPanel } from '../robustness/unit/UnitRobustnessPanel.tsx';
import { ScenarioComparisonPanel } from '../scenario-comparison/ScenarioComparisonPanel.tsx';
import { ScenarioMatrixPanel } from '../scenario-matrix/ScenarioMatrixPanel.tsx';
import { ScenariosPanel } from '../scenarios/ScenariosPanel.tsx';
import { SlopePanel } from '../slope/SlopePanel.tsx';
import { UnitPanel } from '../unit/UnitPanel.tsx';
import { WhatItTakesPanel } from '../what-it-takes/WhatItTakesPanel.tsx';
import { WeightsPanel } from '../weights/WeightsPanel.tsx';
import { WeightsRemark } from '../weights/WeightsRemark.tsx';

export interface PanelDefinition {
  readonly title: TextKey;
  /** Fills the panel; gets no properties and reads the stores. */
  readonly component: ComponentType;
  /** Right side of the panel's header: a remark or small controls. */
  readonly remark?: ComponentType;
  /** Keys that the panel itself understands, for the keyboard map. */
  readonly keys?: readonly PanelKeys[];
}

export interface PanelKeys {
  /** In the notation of commands, e.g. `shift+up`. */
  readonly keys: readonly string[];
  readonly text: TextKey;
}

/** Every panel of the workbench. Where it stands by default is in `views.ts`. */
export const panels = {
  weights: {
    title: 'frame:panel.weights',
    component: WeightsPanel,
    remark: WeightsRemark,
    keys: [
      { keys: ['left', 'right'], text: 'weights:key.step' },
      { keys: ['shift+left', 'shift+right'], text: 'weights:key.bigStep' },
      { keys: ['home', 'end'], text: 'weights:key.ends' },
      { keys: [',', '.'], text: 'weights:key.jump' },
      { keys: ['t'], text: 'weights:key.giver' },
      { keys: ['alt+left', 'alt+right'], text: 'weights:key.takeFromNext' },
      { keys: ['escape'], text: 'weights:key.cancel' },
    ],
  },
  ranking: {
    title: 'frame:panel.ranking',
    component: RankingPanel,
    remark: RankingToolbar,
    keys: [
      { keys: ['up', 'down'], text: 'ranking:key.select' },
      { keys: ['enter'], text: 'ranking:key.open' },
      { keys: ['shift+up', 'shift+down'], text: 'ranking:key.rival' },
      { keys: ['left', 'right'], text: 'ranking:key.hint' },
      { keys: ['escape'], text: 'ranking:key.clear' },
    ],
  },
  slope: { title: 'slope:panel', component: SlopePanel },
  grid: {
    title: 'frame:panel.grid',
    component: GridPanel,
    remark: GridLegend,
    keys: [
      { keys: ['up', 'down', 'left', 'right'], text: 'grid:key.move' },
      { keys: ['shift+up', 'shift+right'], text: 'grid:key.extend' },
      { keys: ['mod+up', 'mod+right'], text: 'grid:key.leap' },
      { keys: ['home', 'end', 'mod+home', 'mod+end'], text: 'grid:key.ends' },
      { keys: ['enter', 'f2'], text: 'grid:key.edit' },
      { keys: ['tab', 'shift+tab'], text: 'grid:key.next' },
      { keys: ['mod+enter'], text: 'grid:key.fillRange' },
      { keys: ['alt+down'], text: 'grid:key.menu' },
      { keys: ['mod+c', 'mod+x', 'mod+v'], text: 'grid:key.clipboard' },
      { keys: ['escape', 'tab'], text: 'grid:key.leave' },
    ],
  },
  evidence: { title: 'frame:panel.evidence', component: EvidencePanel },
  scenarios: { title: 'frame:panel.scenarios', component: ScenariosPanel },
  scenarioComparison: {
    title: 'scenarioComparison:title',
    component: ScenarioComparisonPanel,
  },
  scenarioMatrix: {
    title: 'scenarioMatrix:title',
    component: ScenarioMatrixPanel,
    keys: [
      { keys: ['up', 'down', 'left', 'right'], text: 'scenarioMatrix:key.move' },
      { keys: ['enter'], text: 'scenarioMatrix:key.choose' },
    ],
  },
  whatItTakes: { title: 'whatItTakes:title', component: WhatItTakesPanel },
  brief: { title: 'frame:panel.brief', component: BriefPanel },
  unit: { title: 'frame:panel.unit', component: UnitPanel },
  robustnessSetup: { title: 'robustness:setup.title', component: RobustnessSetupPanel },
  rankAcceptability: {
    title: 'robustness:acceptability.title',
    component: RankAcceptabilityPanel,
  },
  pairwise: { title: 'robustness:pairwise.title', component: PairwisePanel },
  influence: { title: 'robustness:influence.title', component: InfluencePanel },
  multiverse: { title: 'robustness:multiverse.tab', component: MultiversePanel },
  attainable: { title: 'robustness:attainable.title', component: AttainablePanel },
  unitRobustness: { title: 'robustness:unit.tab', component: UnitRobustnessPanel },
  tornado: { title: 'robustness:tornado.tab', component: TornadoPanel },
  method: { title: 'method:title', component: MethodPanel },
  diagnostics: { title: 'diagnostics:title', component: DiagnosticsPanel },
  comparison: {
    title: 'comparison:title',
    component: ComparisonPanel,
    remark: ComparisonRemark,
  },
} as const satisfies Record<string, PanelDefinition>;

export type PanelId = keyof typeof panels;

export const allPanels: readonly PanelDefinition[] = Object.values(panels);

export function panelDefinition(id: string): PanelDefinition | undefined {
  return Object.hasOwn(panels, id) ? panels[id as PanelId] : undefined;
}
