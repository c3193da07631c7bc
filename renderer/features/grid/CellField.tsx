import {
  type ClipboardEvent,
  type CompositionEvent,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
} from 'react';
import type { Box } from './sheet-geometry.ts';
import { type SheetIntent, sheetIntent } from './sheet-keys.ts';

/** How an edit ends: where the selection goes, or that the value is meant for the whole range. */
export type CommitWay = 'down' | 'up' | 'right' | 'left' | 'stay' | 'fill-range';

interface CellFieldProps {
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  /** Where the active cell is on the canvas; null: no cell is selected. */
  readonly box: Box | null;
  /** `replace`: typing began over the cell, arrows end it. `amend`: inside the text, where arrows move the caret. */
  readonly editing: 'replace' | 'amend' | null;
  readonly label: string;
  readonly activeCellId: string | undefined;
  readonly gridId: string;
  readonly helpId: string;
  /** Id of the message about the text; null: none. */
  readonly problemId: string | null;
  readonly onIntent: (intent: SheetIntent) => boolean;
  readonly onType: () => void;
  readonly onCommit: (way: CommitWay) => void;
  readonly onCancel: () => void;
  readonly onNote: () => void;
  readonly onCopy: () => string | null;
  readonly onCut: () => string | null;
  readonly onPaste: (text: string) => void;
}

const ARROW_WAYS: Readonly<Record<string, CommitWay>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowLeft: 'left',
};

/**
 * The text field of the sheet. It has the focus all the time and lies, unseen, over the active cell, so that an input
 * method starts in a real field with its first letter. Keys that belong to a composition are never ours.
 */
export function CellField(props: CellFieldProps) {
  const { fieldRef, box, editing } = props;
  const composingRef = useRef(false);

  // What was half typed when the field is not being edited any more must not begin the next edit.
  useLayoutEffect(() => {
    if (editing === null && fieldRef.current !== null) fieldRef.current.value = '';
  }, [editing, fieldRef]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    const ours = editing === null ? takeIntent(event, props) : takeEditingKey(event, props);
    if (!ours) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onComposition = (event: CompositionEvent) => {
    composingRef.current = event.type !== 'compositionend';
    if (editing === null && event.type === 'compositionstart') props.onType();
  };

  const onBlur = (event: FocusEvent) => {
    if (editing === null || composingRef.current || !document.hasFocus()) return;
    // The note belongs to the edit.
    if (event.relatedTarget instanceof Element && event.relatedTarget.closest('.cell-card')) return;
    props.onCommit('stay');
  };

  const hand = (event: ClipboardEvent, take: () => string | null) => {
    if (editing !== null) return;
    const text = take();
    event.preventDefault();
    if (text !== null) event.clipboardData.setData('text/plain', text);
  };

  return (
    <input
      ref={fieldRef}
      className={editing === null ? 'sheet-field' : 'sheet-field is-editing'}
      style={
        box === null
          ? { left: 0, top: 0, width: 1, height: 1 }
          : { left: box.left, top: box.top, minWidth: box.width, height: box.height }
      }
      type="text"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      aria-label={props.label}
      aria-controls={props.gridId}
      aria-activedescendant={editing === null ? props.activeCellId : undefined}
      aria-describedby={props.problemId ?? props.helpId}
      aria-invalid={props.problemId !== null}
      onKeyDown={onKeyDown}
      onInput={() => {
        if (editing === null) props.onType();
      }}
      onCompositionStart={onComposition}
      onCompositionEnd={onComposition}
      onBlur={onBlur}
      onCopy={(event) => hand(event, props.onCopy)}
      onCut={(event) => hand(event, props.onCut)}
      onPaste={(event) => {
        if (editing !== null) return;
        event.preventDefault();
        props.onPaste(event.clipboardData.getData('text/plain'));
      }}
    />
  );
}

function takeIntent(event: KeyboardEvent, props: CellFieldProps): boolean {
  const intent = sheetIntent(event);
  return intent !== null && props.onIntent(intent);
}

function takeEditingKey(event: KeyboardEvent, props: CellFieldProps): boolean {
  const way = commitWay(event, props.editing);
  if (way !== null) props.onCommit(way);
  else if (event.key === 'Escape') props.onCancel();
  else if (event.altKey && event.key === 'ArrowDown') props.onNote();
  else return false;
  return true;
}

function commitWay(event: KeyboardEvent, editing: CellFieldProps['editing']): CommitWay | null {
  if (event.key === 'Enter') {
    if (event.ctrlKey || event.metaKey) return 'fill-range';
    return event.shiftKey ? 'up' : 'down';
  }
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right';
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  return editing === 'replace' && plain ? (ARROW_WAYS[event.key] ?? null) : null;
}
