import { useMemo } from 'react';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { stabilityInWords, type StabilityWords } from '../../../shared/text/stability-in-words.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { useBands } from './band-store.ts';

/** What the band of a node says; during a drag it follows at the pauses of the hand. null: there is none. */
export function useBandWords(node: NodeCode): StabilityWords | null {
  const names = useWorkbookNames();
  const answer = useBands((state) => state.said.get(node));
  const asked = useBands((state) => state.asked);
  return useMemo(
    () => (answer === undefined || asked === null ? null : stabilityInWords(answer, asked, names)),
    [answer, asked, names],
  );
}
