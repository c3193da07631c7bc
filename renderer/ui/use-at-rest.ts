import { useState } from 'react';

/**
 * A text about `subject`: what `make` gives, but while things are `moving` what it gave last, for texts that nobody can
 * follow at the pace of frames and that cost more to make than all the rest. About another subject the last text would be
 * wrong: until things rest, that one has the text `meanwhile`.
 */
export function useAtRest(
  moving: boolean,
  subject: string,
  make: () => string,
  meanwhile: () => string,
): string {
  const [last, setLast] = useState<{ readonly subject: string; readonly text: string } | null>(
    null,
  );
  const isKept = moving && last?.subject === subject;
  if (isKept) return last.text;
  const text = moving ? meanwhile() : make();
  if (last?.subject !== subject || last.text !== text) setLast({ subject, text });
  return text;
}
