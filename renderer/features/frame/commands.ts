import { textOf } from '../../i18n/i18n.ts';
import type { Settings } from '../../../shared/contract/settings-operations.ts';
import { type Command, registerCommands } from '../../stores/commands.ts';
import { editsAreOnTheirWay, editsWritten } from '../../stores/edit-cells.ts';
import { redo, undo, useHistory } from '../../stores/history-store.ts';
import { useDock } from '../../stores/dock-store.ts';
import {
  forgetArrangements,
  showView,
  toggleDrawer,
  useLayout,
} from '../../stores/layout-store.ts';
import { selectNeighbourScenario, useScenarios } from '../../stores/scenario-store.ts';
import { changeSettings, useSettings } from '../../stores/settings-store.ts';
import { openOverlay } from '../../stores/overlay-store.ts';
import { drawerPanels, viewById, VIEWS } from './views.ts';

/** The commands of the frame; panels register their own. */
export function registerFrameCommands(): () => void {
  return registerCommands([
    ...viewCommands(),
    ...editCommands,
    ...scenarioCommands,
    ...interfaceCommands,
  ]);
}

function viewCommands(): Command[] {
  return VIEWS.map((view, number) => ({
    id: `view.${view.id}`,
    group: 'view',
    title: 'frame:command.showView',
    titleParameters: () => ({ view: textOf(view.title) }),
    keys: [`mod+${number + 1}`],
    allowInInput: true,
    run: () => showView(view.id),
  }));
}

const canUndo = () => useHistory.getState().undo !== null;
const canRedo = () => useHistory.getState().redo !== null;

const editCommands: readonly Command[] = [
  {
    id: 'history.undo',
    group: 'edit',
    title: 'frame:command.undo',
    keys: ['mod+z'],
    // What was typed last is taken back, also while it is still on its way to the host.
    enabled: () => canUndo() || editsAreOnTheirWay(),
    run: async () => {
      await editsWritten();
      if (canUndo()) await undo();
    },
  },
  {
    id: 'history.redo',
    group: 'edit',
    title: 'frame:command.redo',
    keys: ['mod+y', 'mod+shift+z'],
    enabled: canRedo,
    run: async () => {
      await editsWritten();
      if (canRedo()) await redo();
    },
  },
];

const severalScenarios = () => useScenarios.getState().scenarios.length > 1;

const scenarioCommands: readonly Command[] = [
  {
    id: 'scenario.previous',
    group: 'scenario',
    title: 'frame:command.previousScenario',
    keys: ['['],
    enabled: severalScenarios,
    run: () => selectNeighbourScenario(-1),
  },
  {
    id: 'scenario.next',
    group: 'scenario',
    title: 'frame:command.nextScenario',
    keys: [']'],
    enabled: severalScenarios,
    run: () => selectNeighbourScenario(1),
  },
];

/** The choice after the one in force, around the end. */
function after<T>(choices: readonly T[], current: T): T {
  return choices[(choices.indexOf(current) + 1) % choices.length] ?? current;
}

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark', 'high-contrast'];
const densities: readonly Settings['density'][] = ['compact', 'normal', 'relaxed'];

/** Beside the view where there is room, else in the drawer. */
function toggleDetails(): void {
  const { size, view } = useLayout.getState();
  if (size === 'narrow') return toggleDrawer();
  const definition = viewById(view);
  if (definition !== undefined) useDock.getState().dock?.togglePanels(drawerPanels(definition));
}

const interfaceCommands: readonly Command[] = [
  {
    id: 'interface.palette',
    group: 'interface',
    title: 'frame:command.palette',
    keys: ['mod+k'],
    allowInInput: true,
    run: () => openOverlay('palette'),
  },
  {
    id: 'interface.keys',
    group: 'interface',
    title: 'frame:command.keys',
    keys: ['?'],
    run: () => openOverlay('keys'),
  },
  {
    id: 'interface.language',
    group: 'interface',
    title: 'frame:command.switchLanguage',
    run: () => changeSettings({ language: useSettings.getState().language === 'zh' ? 'en' : 'zh' }),
  },
  {
    id: 'interface.theme',
    group: 'interface',
    title: 'frame:command.nextTheme',
    run: () => changeSettings({ theme: after(themes, useSettings.getState().theme) }),
  },
  {
    id: 'interface.density',
    group: 'interface',
    title: 'frame:command.nextDensity',
    run: () => changeSettings({ density: after(densities, useSettings.getState().density) }),
  },
  {
    id: 'interface.details',
    group: 'interface',
    title: 'frame:command.toggleDetails',
    keys: ['mod+e'],
    allowInInput: true,
    run: toggleDetails,
  },
  {
    id: 'interface.weights',
    group: 'interface',
    title: 'frame:command.toggleWeights',
    keys: ['mod+b'],
    allowInInput: true,
    run: () => useDock.getState().dock?.togglePanels(['weights']),
  },
  {
    id: 'interface.maximise',
    group: 'interface',
    title: 'frame:command.maximise',
    keys: ['mod+shift+m'],
    allowInInput: true,
    run: () => useDock.getState().dock?.toggleMaximised(),
  },
  {
    id: 'interface.nextPanel',
    group: 'interface',
    title: 'frame:command.nextPanel',
    keys: ['f6'],
    allowInInput: true,
    run: () => useDock.getState().dock?.focusNextGroup(1),
  },
  {
    id: 'interface.previousPanel',
    group: 'interface',
    title: 'frame:command.previousPanel',
    keys: ['shift+f6'],
    allowInInput: true,
    run: () => useDock.getState().dock?.focusNextGroup(-1),
  },
  {
    id: 'interface.resetLayout',
    group: 'interface',
    title: 'frame:command.resetLayout',
    run: forgetArrangements,
  },
];
