import type { ViewId } from '../../../shared/model/view-id.ts';
import type { TextKey } from '../../i18n/wordings.ts';
import type { SizeClass } from '../../stores/layout-store.ts';
import type { PanelId } from './panels.tsx';

/** Panels on top of each other, as tabs; `share` of the column's height (default: an equal share). */
interface Stack {
  readonly panels: readonly PanelId[];
  readonly share?: number;
}

/** A column of stacks; `width` in pixels, or the rest of the window. */
export interface Column {
  readonly width: number | 'rest';
  readonly stacks: readonly Stack[];
  /** Stands on the right with the details of what is selected; a drawer in a narrow window. */
  readonly details?: boolean;
}

export interface View {
  readonly id: ViewId;
  readonly title: TextKey;
  readonly columns: readonly Column[];
  /** At 2560 pixels there is room for more beside each other. */
  readonly wideColumns?: readonly Column[];
}

/** The views of the command bar, Ctrl+1 to Ctrl+6: arrangements of panels that the analyst may change. */
const WEIGHTS: Column = { width: 304, stacks: [{ panels: ['weights'] }] };
const WHY: Column = {
  width: 320,
  details: true,
  stacks: [
    { panels: ['evidence'], share: 0.52 },
    { panels: ['comparison', 'whatItTakes'], share: 0.48 },
  ],
};

export const VIEWS: readonly View[] = [
  {
    id: 'ranking',
    title: 'frame:view.ranking',
    columns: [
      WEIGHTS,
      {
        width: 'rest',
        stacks: [
          { panels: ['ranking', 'slope'], share: 0.52 },
          { panels: ['grid'], share: 0.48 },
        ],
      },
      WHY,
    ],
    wideColumns: [
      WEIGHTS,
      { width: 'rest', stacks: [{ panels: ['ranking', 'slope'] }] },
      { width: 'rest', stacks: [{ panels: ['grid'] }] },
      { ...WHY, width: 400 },
    ],
  },
  {
    id: 'scenarios',
    title: 'frame:view.scenarios',
    columns: [
      WEIGHTS,
      {
        width: 'rest',
        stacks: [
          { panels: ['scenarios', 'scenarioComparison'] },
          { panels: ['scenarioMatrix', 'ranking', 'slope'] },
        ],
      },
    ],
    wideColumns: [
      WEIGHTS,
      { width: 'rest', stacks: [{ panels: ['scenarios', 'scenarioComparison'] }] },
      { width: 'rest', stacks: [{ panels: ['scenarioMatrix'] }, { panels: ['ranking', 'slope'] }] },
    ],
  },
  {
    id: 'robustness',
    title: 'robustness:view',
    columns: [
      { width: 304, stacks: [{ panels: ['robustnessSetup'] }] },
      {
        width: 'rest',
        stacks: [
          { panels: ['rankAcceptability', 'pairwise', 'influence', 'multiverse', 'attainable'] },
        ],
      },
      { width: 400, details: true, stacks: [{ panels: ['unitRobustness', 'tornado'] }] },
    ],
    wideColumns: [
      { width: 304, stacks: [{ panels: ['robustnessSetup'] }] },
      {
        width: 'rest',
        stacks: [{ panels: ['rankAcceptability', 'pairwise', 'influence'] }],
      },
      { width: 'rest', stacks: [{ panels: ['multiverse', 'attainable'] }] },
      { width: 400, details: true, stacks: [{ panels: ['unitRobustness', 'tornado'] }] },
    ],
  },
  {
    id: 'method',
    title: 'method:title',
    columns: [{ width: 'rest', stacks: [{ panels: ['method', 'diagnostics'] }] }],
    wideColumns: [
      { width: 'rest', stacks: [{ panels: ['method'] }] },
      { width: 'rest', stacks: [{ panels: ['diagnostics'] }] },
    ],
  },
  {
    id: 'unit',
    title: 'frame:view.unit',
    columns: [{ width: 'rest', stacks: [{ panels: ['unit'] }] }, WHY],
    wideColumns: [
      { width: 'rest', stacks: [{ panels: ['ranking', 'slope'] }] },
      { width: 'rest', stacks: [{ panels: ['unit'] }] },
      { ...WHY, width: 400 },
    ],
  },
  {
    id: 'data',
    title: 'frame:view.data',
    columns: [
      { width: 'rest', stacks: [{ panels: ['grid'] }] },
      {
        width: 340,
        details: true,
        stacks: [
          { panels: ['evidence'], share: 0.55 },
          { panels: ['research'], share: 0.45 },
        ],
      },
    ],
  },
  {
    id: 'brief',
    title: 'frame:view.brief',
    columns: [{ width: 'rest', stacks: [{ panels: ['brief'] }] }],
    wideColumns: [
      { width: 'rest', stacks: [{ panels: ['ranking', 'slope'] }] },
      { width: 'rest', stacks: [{ panels: ['brief'] }] },
    ],
  },
];

export function viewById(id: ViewId): View | undefined {
  return VIEWS.find((view) => view.id === id);
}

/** Columns that stand in the window; in a narrow one the details are in the drawer. */
export function columnsOf(view: View, size: SizeClass): readonly Column[] {
  if (size === 'wide') return view.wideColumns ?? view.columns;
  return size === 'narrow' ? view.columns.filter((column) => !column.details) : view.columns;
}

/** Panels of the drawer of a narrow window. */
export function drawerPanels(view: View): readonly PanelId[] {
  return view.columns
    .filter((column) => column.details)
    .flatMap((column) => column.stacks.flatMap((stack) => stack.panels));
}

export function sizeClassOf(width: number): SizeClass {
  if (width < 1280) return 'narrow';
  return width >= 2200 ? 'wide' : 'normal';
}
