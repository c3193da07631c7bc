import { type RefObject, useRef, useState } from 'react';
import type { Language } from '../../../shared/model/language.ts';
import { type CellProblem, parseCellText } from '../../../shared/text/cell-value.ts';
import { formatCellValue } from '../../../shared/text/units-of-measure.ts';
import { type BlockPlan, planSame } from './block-edits.ts';
import type { CommitWay } from './CellField.tsx';
import type { Place, Range } from './range.ts';
import type { CellRef, Sheet } from './sheet.ts';

interface Editing {
  readonly cell: CellRef;
  readonly way: 'replace' | 'amend';
  /** Text at the beginning; leaving it as it was changes nothing. */
  readonly before: string | null;
}

interface EditingActions {
  readonly sheet: Sheet;
  readonly language: Language;
  readonly active: Place | null;
  readonly range: Range | null;
  /** Writes the plan, or shows why it is refused. */
  readonly apply: (plan: BlockPlan, note: string) => void;
  /** Moves the selection after a value was written. */
  readonly move: (way: CommitWay) => void;
}

export interface CellEditing {
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly noteRef: RefObject<HTMLInputElement | null>;
  readonly editing: Editing | null;
  readonly problem: CellProblem | null;
  readonly begin: (way: Editing['way']) => void;
  /** False: the text was refused and goes on being edited. */
  readonly commit: (way: CommitWay) => boolean;
  readonly cancel: () => void;
}

/** One cell being edited in the sheet's text field. The text lives in the field itself, where an input method works. */
export function useCellEditing(actions: EditingActions): CellEditing {
  const { sheet, language, active, range } = actions;
  const fieldRef = useRef<HTMLInputElement>(null);
  const noteRef = useRef<HTMLInputElement>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [problem, setProblem] = useState<CellProblem | null>(null);

  const begin: CellEditing['begin'] = (way) => {
    const cell = active === null ? null : sheet.cellAt(active);
    if (cell === null || active === null) return;
    const before = way === 'amend' ? editableText(sheet, active, language) : null;
    if (before !== null && fieldRef.current !== null) {
      fieldRef.current.value = before;
      fieldRef.current.select();
    }
    setProblem(null);
    setEditing({ cell, way, before });
  };

  const end = () => {
    setEditing(null);
    setProblem(null);
  };

  const endHere = () => {
    end();
    fieldRef.current?.focus({ preventScroll: true });
  };

  /** Ends an edit by a key; one that ended because the focus went elsewhere leaves it there. */
  const finish = (way: CommitWay) => {
    if (way === 'stay') end();
    else endHere();
    actions.move(way);
  };

  const commit: CellEditing['commit'] = (way) => {
    if (editing === null) return true;
    const place = sheet.placeOf(editing.cell);
    const text = fieldRef.current?.value ?? '';
    const rules = place === null ? undefined : sheet.columns[place.column]?.rules;
    if (
      place === null ||
      rules === undefined ||
      (text === editing.before && way !== 'fill-range')
    ) {
      finish(way);
      return true;
    }
    const parsed = parseCellText(text, rules);
    if (!parsed.ok) {
      setProblem(parsed.problem);
      if (way !== 'stay') fieldRef.current?.focus({ preventScroll: true });
      return false;
    }
    const single = { top: place.row, bottom: place.row, left: place.column, right: place.column };
    const target = way === 'fill-range' && range !== null ? range : single;
    const why = noteRef.current?.value.trim() ?? '';
    actions.apply(planSame(parsed.value ?? Number.NaN, target, sheet), why);
    finish(way);
    return true;
  };

  return { fieldRef, noteRef, editing, problem, begin, commit, cancel: endHere };
}

/** The value as it is edited: in full precision, nothing for a missing one. */
function editableText(sheet: Sheet, place: Place, language: Language): string {
  const value = sheet.valueAt(place);
  const type = sheet.columns[place.column]?.type;
  if (Number.isNaN(value) || type === undefined) return '';
  return type === 'boolean' ? formatCellValue(language, type, value) : String(value);
}
