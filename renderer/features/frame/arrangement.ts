import { Orientation, type SerializedDockview } from 'dockview-react';
import type { Column } from './views.ts';

type Node = SerializedDockview['grid']['root'];

type Columns = readonly Column[];

/** The default arrangement of a view in dockview's own form, so that fresh and remembered ones load alike. */
export function defaultArrangement(
  columns: Columns,
  width: number,
  height: number,
): SerializedDockview {
  const fixed = columns.reduce(
    (sum, column) => sum + (column.width === 'rest' ? 0 : column.width),
    0,
  );
  const flexible = columns.filter((column) => column.width === 'rest').length;
  const rest = Math.max(0, width - fixed) / Math.max(1, flexible);
  const data: Node[] = columns.map((column, columnNumber) =>
    columnNode(column, columnNumber, column.width === 'rest' ? rest : column.width, height),
  );
  const ids = columns.flatMap((column) => column.stacks.flatMap((stack) => stack.panels));
  return {
    grid: {
      root: { type: 'branch', data, size: height },
      width,
      height,
      orientation: Orientation.HORIZONTAL,
    },
    panels: Object.fromEntries(ids.map((id) => [id, { id, contentComponent: id, title: id }])),
  } as SerializedDockview;
}

function columnNode(
  column: Columns[number],
  columnNumber: number,
  width: number,
  height: number,
): Node {
  const leaf = (panels: readonly string[], stackNumber: number, size: number): Node =>
    ({
      type: 'leaf',
      size,
      data: {
        id: `${columnNumber}.${stackNumber}`,
        views: [...panels],
        activeView: panels[0],
      },
    }) as Node;
  const [only] = column.stacks;
  if (column.stacks.length === 1 && only !== undefined) return leaf(only.panels, 0, width);
  const equalShare = 1 / column.stacks.length;
  return {
    type: 'branch',
    size: width,
    data: column.stacks.map((stack, stackNumber) =>
      leaf(stack.panels, stackNumber, height * (stack.share ?? equalShare)),
    ),
  };
}

/** Where a panel goes that a remembered arrangement does not have. */
interface Place {
  readonly panel: string;
  /** null: nothing of its column is there. */
  readonly beside: string | null;
  readonly direction: 'within' | 'below' | 'right';
}

/**
 * Panels that the view has gained since an arrangement was remembered, each with its place: among the tabs of its stack,
 * else below its column, else at the right.
 */
export function missingPanels(columns: Columns, present: ReadonlySet<string>): Place[] {
  const there = new Set(present);
  const places: Place[] = [];
  for (const { stacks } of columns) {
    for (const { panels } of stacks) {
      for (const panel of panels) {
        if (there.has(panel)) continue;
        const mate = panels.find((each) => there.has(each));
        const above = stacks.flatMap((stack) => stack.panels).findLast((each) => there.has(each));
        places.push({
          panel,
          beside: mate ?? above ?? null,
          direction: mate !== undefined ? 'within' : above !== undefined ? 'below' : 'right',
        });
        there.add(panel);
      }
    }
  }
  return places;
}

/** Whether a remembered arrangement can still be loaded: it names at least one panel and only panels that exist. */
export function isUsableArrangement(
  arrangement: unknown,
  exists: (panel: string) => boolean,
): arrangement is SerializedDockview {
  if (typeof arrangement !== 'object' || arrangement === null) return false;
  const { grid, panels } = arrangement as Partial<SerializedDockview>;
  if (grid === undefined || panels === undefined) return false;
  const ids = Object.keys(panels);
  return ids.length > 0 && ids.every(exists);
}
