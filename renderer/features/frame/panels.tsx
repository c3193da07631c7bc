import { type ComponentType, lazy } from 'react';
import type { TextKey } from '../../i18n/wordings.ts';
import { EvidencePanel } from '../evidence/EvidencePanel.tsx';
import { GridLegend } from '../grid/GridLegend.tsx';
import { GridPanel } from '../grid/GridPanel.tsx';
import { ComparisonPanel } from '../comparison/ComparisonPanel.tsx';
import { RankingPanel } from '../ranking/RankingPanel.tsx';
import { RankingToolbar } from '../ranking/RankingToolbar.tsx';
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

/** A panel that the first screen does without; its code is loaded when it is shown first. */
function later(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}

const BriefPanel = later(async () => (await import('../brief/BriefPanel.tsx')).BriefPanel);
const ScenariosPanel = later(
  async () => (await import('../scenarios/ScenariosPanel.tsx')).ScenariosPanel,
);
const UnitPanel = later(async () => (await import('../unit/UnitPanel.tsx')).UnitPanel);
const RobustnessSetupPanel = later(
  async () => (await import('../robustness/setup/RobustnessSetupPanel.tsx')).RobustnessSetupPanel,
);
const RankAcceptabilityPanel = later(
  async () =>
    (await import('../robustness/ranks/RankAcceptabilityPanel.tsx')).RankAcceptabilityPanel,
);
const PairwisePanel = later(
  async () => (await import('../robustness/ranks/PairwisePanel.tsx')).PairwisePanel,
);
const InfluencePanel = later(
  async () => (await import('../robustness/influence/InfluencePanel.tsx')).InfluencePanel,
);
const MultiversePanel = later(
  async () => (await import('../robustness/multiverse/MultiversePanel.tsx')).MultiversePanel,
);
const AttainablePanel = later(
  async () => (await import('../robustness/attainable/AttainablePanel.tsx')).AttainablePanel,
);
const UnitRobustnessPanel = later(
  async () => (await import('../robustness/unit/UnitRobustnessPanel.tsx')).UnitRobustnessPanel,
);
const TornadoPanel = later(
  async () => (await import('../robustness/tornado/TornadoPanel.tsx')).TornadoPanel,
);
const MethodPanel = later(async () => (await import('../method/MethodPanel.tsx')).MethodPanel);
const DiagnosticsPanel = later(
  async () => (await import('../diagnostics/DiagnosticsPanel.tsx')).DiagnosticsPanel,
);
const WhatItTakesPanel = later(
  async () => (await import('../what-it-takes/WhatItTakesPanel.tsx')).WhatItTakesPanel,
);
const ResearchPanel = later(
  async () => (await import('../research/ResearchPanel.tsx')).ResearchPanel,
);
const SlopePanel = later(async () => (await import('../slope/SlopePanel.tsx')).SlopePanel);
const ScenarioMatrixPanel = later(
  async () => (await import('../scenario-matrix/ScenarioMatrixPanel.tsx')).ScenarioMatrixPanel,
);
const ScenarioComparisonPanel = later(
  async () =>
    (await import('../scenario-comparison/ScenarioComparisonPanel.tsx')).ScenarioComparisonPanel,
);

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
      { keys: ['shift+f10'], text: 'ranking:key.menu' },
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
  research: { title: 'research:title', component: ResearchPanel },
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
  },
} as const satisfies Record<string, PanelDefinition>;

export type PanelId = keyof typeof panels;

export const allPanels: readonly PanelDefinition[] = Object.values(panels);

export function panelDefinition(id: string): PanelDefinition | undefined {
  return Object.hasOwn(panels, id) ? panels[id as PanelId] : undefined;
}
