import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatValue } from '../../../../shared/text/numbers.ts';
import { parseTyped } from './parse-typed.ts';

interface NumberFieldProps {
  readonly label: string;
  /** False: the label is for assistive technology only, because it stands beside the field anyway. */
  readonly showLabel?: boolean;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
  /** Unit of measure after the number. */
  readonly measure?: string;
  readonly onEnter: (value: number) => void;
}

/** A number to type over. Enter or leaving takes it, Escape gives it up; what is refused says why. */
export function NumberField(props: NumberFieldProps) {
  const { label, showLabel = true, value, least, most, whole = false, measure, onEnter } = props;
  const { t } = useTranslation('robustness');
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  function take() {
    if (draft === null) return;
    setDraft(null);
    const typed = parseTyped(draft);
    const inRange = typed >= least && typed <= most && (!whole || Number.isInteger(typed));
    if (!inRange) {
      const range = { least: formatValue(least), most: formatValue(most) };
      return setProblem(t(whole ? 'field.wholeRange' : 'field.range', range));
    }
    setProblem(null);
    if (typed !== value) onEnter(typed);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // Enter that ends a composition of the input method belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') take();
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
      setProblem(null);
    }
  }

  return (
    <span className="number-field">
      {showLabel && <label htmlFor={id}>{label}</label>}
      <input
        id={id}
        className="bp6-input number"
        inputMode={whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        aria-label={showLabel ? undefined : label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        value={draft ?? formatValue(value)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={take}
      />
      {measure !== undefined && <span className="measure">{measure}</span>}
      {problem !== null && (
        <span className="control-error" role="alert" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </span>
  );
}
