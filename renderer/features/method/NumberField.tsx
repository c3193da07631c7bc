import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseNumber } from './parse-number.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  /** A sentence why the number is no good here; null: it is. */
  readonly problem?: (value: number) => string | null;
  readonly suffix?: string;
  /** In a table the column says what it is: the label is for screen readers only. */
  readonly hideLabel?: boolean;
  readonly onChange: (value: number) => void;
}

/** A number that takes effect as soon as it can be read; what cannot be read stays, with the reason below it. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, problem, suffix, hideLabel = false, onChange } = props;
  const { t } = useTranslation('method');
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();

  function type(text: string): void {
    setDraft(text);
    const number = parseNumber(text);
    const trouble = number === null ? t('invalid.number') : (problem?.(number) ?? null);
    setWrong(trouble);
    if (number !== null && trouble === null) onChange(number);
  }

  function giveUp(): void {
    setDraft(null);
    setWrong(null);
  }

  return (
    <div className="method-number">
      {!hideLabel && <label htmlFor={id}>{label}</label>}
      <input
        id={id}
        className="method-number-input"
        inputMode="decimal"
        autoComplete="off"
        aria-label={hideLabel ? label : undefined}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-problem`}
        value={draft ?? plain(value)}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation();
            giveUp();
          }
        }}
        onBlur={() => {
          if (wrong === null) giveUp();
        }}
      />
      {suffix !== undefined && <span className="muted">{suffix}</span>}
      {wrong !== null && (
        <p className="control-error method-number-problem" id={`${id}-problem`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}

/** Without the noise of arithmetic. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}
