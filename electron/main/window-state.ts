import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle } from 'electron';

export interface WindowState {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

/** As it was left, if its title bar is still within reach on one of the displays; null: use the default size. */
export function loadWindowState(file: string, workAreas: readonly Rectangle[]): WindowState | null {
  const state = parse(file);
  return state !== null && workAreas.some((area) => reaches(area, state.bounds)) ? state : null;
}

/** Keeps the state whenever the window closes. The bounds are those that it would have if it were not maximised. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const state: WindowState = {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    };
    try {
      writeFileSync(file, JSON.stringify(state));
    } catch {
      // Only the comfort is lost.
    }
  });
}

/** Enough of the upper edge to take hold of. */
function reaches(area: Rectangle, { x, y, width }: Rectangle): boolean {
  const grip = 100;
  const overlap = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return overlap >= grip && y >= area.y && y <= area.y + area.height - grip;
}

function parse(file: string): WindowState | null {
  try {
    const { bounds, maximized } = JSON.parse(readFileSync(file, 'utf8')) as Partial<WindowState>;
    const { x, y, width, height } = bounds ?? {};
    const numbers = [x, y, width, height];
    if (!numbers.every((number) => Number.isSafeInteger(number))) return null;
    return { bounds: { x, y, width, height } as Rectangle, maximized: maximized === true };
  } catch {
    return null;
  }
}
