import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { pointsOnScreen, useWeightText } from './live-weights.ts';
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
  const [focused, setFocused] = useState(false);
  /** null: nothing was typed, so the field shows the points of now, and leaving it changes none. */
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useWeightText(node, ({ points, printedPoints }) => {
    const text = typed ?? (focused ? plain(points) : printedPoints);
    if (field.current !== null && field.current.value !== text) field.current.value = text;
  });

  function take() {
    setFocused(false);
    setTyped(null);
    if (typed === null || typed === plain(pointsOnScreen(node))) return onProblem(null);
    const points = parsePoints(typed);
    if (points === null) return onProblem(t('invalid.number'));
    const most = mostShare * pointsOnScreen(parent);
    if (points < 0 || points > most + 1e-9)
      return onProblem(t('invalid.range', { most: plain(most) }));
    onProblem(null);
    onEnter(Math.min(points, most));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // Enter that ends a composition of the input method belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') {
      event.stopPropagation();
      setTyped(null);
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
        setFocused(true);
        const entered = event.currentTarget;
        // The value changes with the focus; select it once it is there. Where it was left before, selecting would enter it again.
        requestAnimationFrame(() => {
          if (document.activeElement === entered) entered.select();
        });
      }}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={take}
    />
  );
}

/** A number to type over: exact enough, without the noise of arithmetic. */
function plain(points: number): string {
  return String(Math.round(points * 1e6) / 1e6);
}
