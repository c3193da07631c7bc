import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { pointsOnScreen, useWeightPainter } from './live-weights.ts';
import { parsePoints } from './parse-points.ts';

interface PointsFieldProps {
  readonly node: NodeCode;
  readonly parent: NodeCode;
  readonly label: string;
  /** Largest share of the parent that the node can take. */
  readonly mostShare: number;
  readonly disabled: boolean;
  readonly describedBy: string | undefined;
  /** Shows why a text was refused; null: nothing to say. */
  readonly onProblem: (problem: string | null) => void;
  readonly onEnter: (points: number) => void;
}

/** The points as a number to type over. Enter or leaving takes it, Escape gives it up. */
export function PointsField(props: PointsFieldProps) {
  const { node, parent, label, mostShare, disabled, describedBy, onProblem, onEnter } = props;
  const { t } = useTranslation('weights');
  const [draft, setDraft] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useWeightPainter(node, ({ printedPoints }) => {
    const text = draft ?? printedPoints;
    if (field.current !== null && field.current.value !== text) field.current.value = text;
  });

  function take() {
    if (draft === null) return;
    setDraft(null);
    if (draft === plain(pointsOnScreen(node))) return onProblem(null);
    const typed = parsePoints(draft);
    if (typed === null) return onProblem(t('invalid.number'));
    const most = mostShare * pointsOnScreen(parent);
    if (typed < 0 || typed > most + 1e-9)
      return onProblem(t('invalid.range', { most: plain(most) }));
    onProblem(null);
    onEnter(Math.min(typed, most));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // Enter that ends a composition of the input method belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') {
      event.stopPropagation();
      setDraft(plain(pointsOnScreen(node)));
      onProblem(null);
    }
  }

  return (
    <input
      className="points-field"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-describedby={describedBy}
      disabled={disabled}
      ref={field}
      onFocus={(event) => {
        setDraft(plain(pointsOnScreen(node)));
        const focused = event.currentTarget;
        // The value changes with the draft; select it once it is there.
        requestAnimationFrame(() => focused.select());
      }}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={take}
    />
  );
}

/** A number to type over: exact enough, without the noise of arithmetic. */
function plain(points: number): string {
  return String(Math.round(points * 1e6) / 1e6);
}
