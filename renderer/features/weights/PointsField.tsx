import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePoints } from './parse-points.ts';

interface PointsFieldProps {
  readonly label: string;
  readonly printed: string;
  readonly points: number;
  /** Most points that the node can take. */
  readonly most: number;
  readonly disabled: boolean;
  readonly describedBy: string | undefined;
  /** Shows why a text was refused; null: nothing to say. */
  readonly onProblem: (problem: string | null) => void;
  readonly onEnter: (points: number) => void;
}

/** The points as a number to type over. Enter or leaving takes it, Escape gives it up. */
export function PointsField(props: PointsFieldProps) {
  const { label, printed, points, most, disabled, describedBy, onProblem, onEnter } = props;
  const { t } = useTranslation('weights');
  const [draft, setDraft] = useState<string | null>(null);

  function take() {
    if (draft === null) return;
    setDraft(null);
    if (draft === plain(points)) return onProblem(null);
    const typed = parsePoints(draft);
    if (typed === null) return onProblem(t('invalid.number'));
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
      setDraft(plain(points));
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
      value={draft ?? printed}
      onFocus={(event) => {
        setDraft(plain(points));
        const field = event.currentTarget;
        // The value changes with the draft; select it once it is there.
        requestAnimationFrame(() => field.select());
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
