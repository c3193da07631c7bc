import { useMemo } from 'react';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { createNames, type Names } from '../../../shared/text/names.ts';
import { stabilityInWords, type StabilityWords } from '../../../shared/text/stability-in-words.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { useBands } from './band-store.ts';

/** What the band of a node says. null: there is none. */
export function useBandWords(node: NodeCode): StabilityWords | null {
  const names = useWorkbookNames();
  const answer = useBands((state) => state.answers.get(node));
  const asked = useBands((state) => state.asked);
  return useMemo(
    () => (answer === undefined || asked === null ? null : stabilityInWords(answer, asked, names)),
    [answer, asked, names],
  );
}

/** Names of all nodes and units, made once for a framework and a language. */
export function useWorkbookNames(): Names {
  const language = useLanguage();
  const framework = useWorkbook((state) => state.framework);
  const units = useWorkbook((state) => state.units);
  return namesOf(language, framework?.nodes ?? NO_NODES, units);
}

const NO_NODES: [] = [];
type NamesInput = Parameters<typeof createNames>;
let last: { readonly of: NamesInput; readonly names: Names } | null = null;

function namesOf(...of: NamesInput): Names {
  if (last === null || of.some((part, at) => part !== last?.of[at])) {
    last = { of, names: createNames(...of) };
  }
  return last.names;
}
