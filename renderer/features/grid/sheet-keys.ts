/** What a key means while a cell is selected and nothing is being typed. */
export type SheetIntent =
  | {
      readonly kind: 'move';
      readonly rows: -1 | 0 | 1;
      readonly columns: -1 | 0 | 1;
      /** Widen the selection instead of moving it. */
      readonly extend: boolean;
      /** To the edge of the filled cells. */
      readonly leap: boolean;
    }
  | { readonly kind: 'page'; readonly step: 1 | -1; readonly extend: boolean }
  | {
      readonly kind: 'end';
      readonly step: 1 | -1;
      readonly extend: boolean;
      /** The corner of the whole sheet instead of the end of the row. */
      readonly corner: boolean;
    }
  | { readonly kind: 'next'; readonly along: 'row' | 'column'; readonly step: 1 | -1 }
  | { readonly kind: 'edit' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'fill'; readonly along: 'row' | 'column' }
  | { readonly kind: 'column-menu' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** Tab leaves the grid after it. */
  | { readonly kind: 'release' };

/** What of a keyboard event counts. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const ARROWS: Readonly<Record<string, { rows: -1 | 0 | 1; columns: -1 | 0 | 1 }>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

/** null: not ours; the key goes on to the field (where it begins a text) and to the commands. */
export function sheetIntent(press: KeyPress): SheetIntent | null {
  const command = press.ctrlKey || press.metaKey;
  const extend = press.shiftKey;
  if (press.altKey) return press.key === 'ArrowDown' && !command ? { kind: 'column-menu' } : null;
  const arrow = ARROWS[press.key];
  if (arrow !== undefined) return { kind: 'move', ...arrow, extend, leap: command };
  switch (press.key) {
    case 'Home':
      return { kind: 'end', step: -1, extend, corner: command };
    case 'End':
      return { kind: 'end', step: 1, extend, corner: command };
    default:
      return command ? commandIntent(press) : plainIntent(press);
  }
}

function plainIntent({ key, shiftKey }: KeyPress): SheetIntent | null {
  switch (key) {
    case 'PageUp':
      return { kind: 'page', step: -1, extend: shiftKey };
    case 'PageDown':
      return { kind: 'page', step: 1, extend: shiftKey };
    case 'Tab':
      return { kind: 'next', along: 'row', step: shiftKey ? -1 : 1 };
    case 'Enter':
      return { kind: 'next', along: 'column', step: shiftKey ? -1 : 1 };
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'Escape':
      return { kind: 'release' };
    default:
      return null;
  }
}

function commandIntent({ key, shiftKey }: KeyPress): SheetIntent | null {
  switch (key.toLowerCase()) {
    case 'a':
      return { kind: 'select-all' };
    case 'd':
      return { kind: 'fill', along: 'column' };
    case 'r':
      return { kind: 'fill', along: 'row' };
    case 'z':
      return { kind: shiftKey ? 'redo' : 'undo' };
    case 'y':
      return { kind: 'redo' };
    default:
      return null;
  }
}
