import { useState } from 'react';

export interface Act {
  readonly busy: boolean;
  /** Why the last act was refused; null: it was not. */
  readonly error: unknown;
  /** Runs an act at this control; the next one waits until it has ended. */
  readonly run: (act: () => Promise<unknown>, after?: () => void) => void;
  readonly dismiss: () => void;
}

/** An act of the analyst at one control, whose refusal is shown there. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    busy,
    error,
    dismiss: () => setError(null),
    run: (act, after) => {
      setBusy(true);
      setError(null);
      act()
        .then(after, setError)
        .finally(() => setBusy(false));
    },
  };
}
