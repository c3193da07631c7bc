import { useMemo } from 'react';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { useNames } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

/** Names of units by their codes, in the language of the interface. The same function until something changes. */
export function useUnitNames(): (unit: UnitCode) => string {
  const unitByCode = useWorkbook((state) => state.unitByCode);
  const nameIn = useNames();
  return useMemo(
    () => (code) => {
      const unit = unitByCode.get(code);
      return unit === undefined ? code : nameIn(unit.name);
    },
    [unitByCode, nameIn],
  );
}
