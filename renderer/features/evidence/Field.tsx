import type { ReactNode } from 'react';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly problem?: string | null;
  readonly children: ReactNode;
}

/** A labelled field with what is wrong with it below. */
export function Field({ id, label, problem, children }: FieldProps) {
  return (
    <div className="evidence-field">
      <label htmlFor={id}>{label}</label>
      {children}
      <div id={`${id}-problem`} role="alert" className="control-error">
        {problem}
      </div>
    </div>
  );
}
