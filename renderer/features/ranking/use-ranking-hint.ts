import { type PointerEvent, type RefObject, useState } from 'react';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { hoverUnit } from '../../stores/hover-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { HINT_SUBJECTS, type HintSubject } from './RankingHint.tsx';

interface Hint {
  readonly unit: UnitCode;
  readonly subject: HintSubject;
  readonly anchor: DOMRect;
}

/** More about one cell of a row: under the pointer, or, from the keyboard, of the selected row. */
export function useRankingHint(
  list: RefObject<HTMLElement | null>,
  rowId: (unit: UnitCode) => string,
) {
  const [hint, setHint] = useState<Hint | null>(null);

  function showHint(cell: HTMLElement | null | undefined): void {
    const unit = cell?.closest<HTMLElement>('[data-unit]')?.dataset['unit'];
    if (cell === null || cell === undefined || unit === undefined) return setHint(null);
    setHint({
      unit: unit as UnitCode,
      subject: cell.dataset['hint'] as HintSubject,
      anchor: cell.getBoundingClientRect(),
    });
  }

  function endHint(): void {
    setHint(null);
    hoverUnit(null);
  }

  return {
    hint,
    endHint,
    pointAt(event: PointerEvent): void {
      const target = event.target as Element;
      const row = target.closest<HTMLElement>('[data-unit]');
      hoverUnit((row?.dataset['unit'] as UnitCode | undefined) ?? null);
      showHint(target.closest<HTMLElement>('[data-hint]'));
    },
    /** To the next or previous thing that can be said about the selected row. */
    turnHint(step: 1 | -1): void {
      const { unit } = useSelection.getState();
      if (unit === null) return;
      const row = list.current?.querySelector(`#${CSS.escape(rowId(unit))}`);
      const cells = HINT_SUBJECTS.flatMap(
        (subject) => row?.querySelector<HTMLElement>(`[data-hint="${subject}"]`) ?? [],
      );
      const at = cells.findIndex(
        (cell) => hint?.unit === unit && cell.dataset['hint'] === hint.subject,
      );
      const next = at < 0 ? (step > 0 ? 0 : cells.length - 1) : at + step;
      showHint(cells[next]);
    },
  };
}
