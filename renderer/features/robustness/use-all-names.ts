import { useMemo } from 'react';
import { createNames, type Names } from '../../../shared/text/names.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

/** Names of the workbook's units and nodes in the language of the interface; a code where nothing is read yet. */
export function useAllNames(): Names {
  const language = useLanguage();
  const framework = useWorkbook((state) => state.framework);
  const units = useWorkbook((state) => state.units);
  return useMemo(
    () => createNames(language, framework?.nodes ?? [], units),
    [language, framework, units],
  );
}
