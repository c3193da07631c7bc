import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCells } from '../../stores/cell-store.ts';
import { dismissRefused, editCells, retryRefused } from '../../stores/edit-cells.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { type BlockPlan, planFill, planPaste, planSame } from './block-edits.ts';
import { readBlock, writeBlock } from './clipboard-text.ts';
import type { Place, Range } from './range.ts';
import type { Refusal } from './RefusalCard.tsx';
import type { Sheet } from './sheet.ts';
import type { SheetSelection } from './use-sheet-selection.ts';

export interface SheetEdits {
  readonly readOnly: boolean;
  /** Why the last edit was not written, and at which cell to say so; null: nothing to say. */
  readonly refusal: { readonly refusal: Refusal; readonly place: Place } | null;
  readonly retry: () => void;
  readonly dismiss: () => void;
  /** What was just done, for screen readers. */
  readonly announcement: string;
  readonly refuseReadOnly: () => void;
  readonly apply: (plan: BlockPlan, note: string) => void;
  readonly clear: () => void;
  readonly fill: (along: 'row' | 'column') => void;
  readonly fillRange: (source: Range, target: Range) => void;
  /** The selected block for the clipboard; null: nothing is selected. */
  readonly copy: () => string | null;
  readonly cut: () => string | null;
  readonly paste: (text: string) => void;
}

/** Everything that changes cells. Whatever the analyst does at once is one call and one undo step. */
export function useSheetEdits(sheet: Sheet, selection: SheetSelection): SheetEdits {
  const { t } = useTranslation('grid');
  const readOnly = useWorkbook((state) => state.info !== null && state.info.readOnly !== null);
  const refused = useCells((state) => state.refused);
  const [local, setLocal] = useState<SheetEdits['refusal']>(null);
  const [announcement, setAnnouncement] = useState('');
  const { active, range } = selection;

  const refuse = (refusal: Refusal) => {
    if (active !== null) setLocal({ refusal, place: active });
  };
  const refuseReadOnly = () => refuse({ kind: 'read-only' });

  const apply: SheetEdits['apply'] = (plan, note) => {
    dismissRefused();
    if (!plan.ok) return refuse({ kind: 'plan', plan });
    setLocal(null);
    if (plan.edits.length === 0) return setAnnouncement(t('done.unchanged'));
    if (readOnly) return refuseReadOnly();
    void editCells(plan.edits, note);
    setAnnouncement(t('done.written', { count: plan.edits.length }));
  };

  const copy = () => {
    if (range === null) return null;
    const rows: number[][] = [];
    for (let row = range.top; row <= range.bottom; row += 1) {
      const cells: number[] = [];
      for (let column = range.left; column <= range.right; column += 1) {
        cells.push(sheet.valueAt({ row, column }));
      }
      rows.push(cells);
    }
    setAnnouncement(t('done.copied', { count: rows.length * (rows[0]?.length ?? 0) }));
    return writeBlock(rows);
  };

  const clear = () => {
    if (range !== null) apply(planSame(Number.NaN, range, sheet), '');
  };

  const first = refused?.edits[0];
  const refusedAt = first === undefined ? null : sheet.placeOf(first);
  const hostRefusal: SheetEdits['refusal'] =
    refused === null || refusedAt === null
      ? null
      : { refusal: { kind: 'host', error: refused.error }, place: refusedAt };

  return {
    readOnly,
    refusal: hostRefusal ?? local,
    retry: retryRefused,
    dismiss: () => {
      dismissRefused();
      setLocal(null);
    },
    announcement,
    refuseReadOnly,
    apply,
    clear,
    fill: (along) => {
      if (range === null) return;
      const source =
        along === 'column' ? { ...range, bottom: range.top } : { ...range, right: range.left };
      apply(planFill(source, range, sheet), '');
    },
    fillRange: (source, target) => {
      const plan = planFill(source, target, sheet);
      apply(plan, '');
      if (plan.ok) selection.selectRange(target, active ?? undefined);
    },
    copy,
    cut: () => {
      const text = copy();
      if (text !== null) clear();
      return text;
    },
    paste: (text) => {
      if (range === null) return;
      const plan = planPaste(readBlock(text), range, sheet);
      apply(plan, '');
      if (plan.ok) selection.selectRange(plan.range);
    },
  };
}
