import { useMemo } from 'react';
import { createNames, type Names } from '../../../shared/text/names.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

const NO_NODES: [] = [];

/** Names by code, in the language of the interface. */
export function useCodeNames(): Names {
  const language = useLanguage();
  const nodes = useWorkbook((state) => state.framework?.nodes ?? NO_NODES);
  const units = useWorkbook((state) => state.units);
  return useMemo(() => createNames(language, nodes, units), [language, nodes, units]);
}
