import { Spinner } from '@blueprintjs/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from './error-text.ts';

/** An empty place that says what belongs there and what to do. */
export function Placeholder({ title, children }: { title?: string; children?: ReactNode }) {
  return (
    <div className="placeholder">
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </div>
  );
}

export function Loading() {
  const { t } = useTranslation();
  return (
    <output className="placeholder" aria-label={t('loading')}>
      <Spinner size={20} />
    </output>
  );
}

interface FailedProps {
  readonly error: unknown;
  readonly title?: string;
  /** Ways out. */
  readonly children?: ReactNode;
}

export function Failed({ error, title, children }: FailedProps) {
  return (
    <div className="placeholder" role="alert">
      {title !== undefined && <h2>{title}</h2>}
      <p>{errorText(error)}</p>
      {children}
    </div>
  );
}
