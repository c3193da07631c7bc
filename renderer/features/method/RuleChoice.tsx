import { type ReactNode, useId } from 'react';
import { ControlError } from '../../ui/ControlError.tsx';
import { Select } from '../../ui/Select.tsx';
import { Prose } from '../../ui/Prose.tsx';

interface RuleChoiceProps<Rule extends string> {
  readonly label: string;
  readonly rule: Rule;
  readonly options: readonly { readonly value: Rule; readonly label: string }[];
  /** What the rule does, in one sentence. */
  readonly sentence: string;
  readonly error?: unknown;
  readonly hideLabel?: boolean;
  readonly onChange: (rule: Rule) => void;
  /** Parameters of the rule. */
  readonly children?: ReactNode;
}

/** One choice of the method: the rules to choose from, what the chosen one does, its parameters, and why it is refused. */
export function RuleChoice<Rule extends string>(props: RuleChoiceProps<Rule>) {
  const { label, rule, options, sentence, error = null, hideLabel, onChange, children } = props;
  const id = useId();
  return (
    <div className="method-choice">
      {hideLabel !== true && <label htmlFor={id}>{label}</label>}
      <Select
        id={id}
        fill
        aria-label={hideLabel === true ? label : undefined}
        aria-describedby={`${id}-sentence`}
        aria-invalid={error !== null}
        value={rule}
        options={[...options]}
        onChange={(event) => onChange(event.currentTarget.value as Rule)}
      />
      <p className="method-sentence" id={`${id}-sentence`}>
        <Prose>{sentence}</Prose>
      </p>
      {children}
      <ControlError error={error} />
    </div>
  );
}
