import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { useCells } from '../../stores/cell-store.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { type GridMemory, useGridMemory } from './grid-memory.ts';
import { columnValues, createSheet, type Sheet } from './sheet.ts';
import { type SheetColumn, sheetColumns } from './sheet-columns.ts';
import { arrange, orderByName, orderByValue, type UnitOrder } from './unit-order.ts';

export interface SheetView {
  readonly sheet: Sheet;
  /** All columns of the workbook, also those that the filters hide. */
  readonly allColumns: readonly SheetColumn[];
  readonly nameOfUnit: (unit: UnitCode) => string;
  readonly excludedUnits: ReadonlySet<UnitCode>;
  readonly memory: GridMemory;
  readonly remember: (part: Partial<GridMemory>) => void;
  readonly order: UnitOrder | null;
  readonly sortBy: (by: UnitOrder['by'], direction: UnitOrder['direction']) => void;
  readonly resetOrder: () => void;
  readonly unitFilter: string;
  readonly filterUnits: (text: string) => void;
  readonly clearFilters: () => void;
}

/** The sheet as the analyst has arranged it; null while its data is being read. */
export function useSheet(): SheetView | null {
  const { t } = useTranslation('grid');
  const language = useLanguage();
  const grid = useCells((state) => state.grid);
  const pending = useCells((state) => state.pending);
  const index = useWorkbook((state) => state.index);
  const unitByCode = useWorkbook((state) => state.unitByCode);
  const series = useWorkbook((state) => state.series);
  const resolved = useScenarios((state) => state.resolved);
  const [memory, remember] = useGridMemory();
  const [order, setOrder] = useState<UnitOrder | null>(null);
  const [unitFilter, filterUnits] = useState('');

  const excludedNodes = useMemo(() => new Set(resolved?.excludedNodes), [resolved]);
  const excludedUnits = useMemo(() => new Set(resolved?.excludedUnits), [resolved]);
  const indicators = grid?.indicators;
  const allColumns = useMemo(
    () =>
      index === null || indicators === undefined
        ? []
        : sheetColumns(indicators, {
            index,
            series,
            excludedNodes,
            language,
            widths: memory.widths,
            measureLine: (measure, defined) => {
              const named = measure || t('header.number');
              if (defined === null) return named;
              return `${named} ${t('header.instead', { measure: defined || t('header.number') })}`;
            },
          }),
    [indicators, index, series, excludedNodes, language, memory.widths, t],
  );

  const columns = useMemo(() => {
    if (grid === null || index === null) return [];
    const hidden = new Set(
      memory.hiddenDimensions.map((code) => index.dimensionOf.get(code as NodeCode)),
    );
    return allColumns.filter((column) => {
      if (hidden.has(column.dimension)) return false;
      if (!memory.hideEmpty) return true;
      const position = grid.indicators.indexOf(column.code);
      return columnValues(grid, position).some((value) => !Number.isNaN(value));
    });
  }, [allColumns, grid, index, memory.hiddenDimensions, memory.hideEmpty]);

  const units = useMemo(() => {
    if (grid === null) return [];
    const wanted = unitFilter.trim().toLowerCase();
    return arrange(grid.units, order).filter((code) => {
      const name = unitByCode.get(code)?.name;
      return [code, name?.zh, name?.en].some((text) => text?.toLowerCase().includes(wanted));
    });
  }, [grid, order, unitByCode, unitFilter]);

  const sheet = useMemo(
    () => (grid === null ? null : createSheet(grid, pending, units, columns)),
    [grid, pending, units, columns],
  );

  const nameOfUnit = useMemo(
    () => (code: UnitCode) => {
      const unit = unitByCode.get(code);
      return unit === undefined ? code : nameIn(language, unit.name) || code;
    },
    [unitByCode, language],
  );

  if (sheet === null || grid === null || index === null) return null;

  const sortBy: SheetView['sortBy'] = (by, direction) => {
    const position = grid.indicators.indexOf(by as NodeCode);
    const valueOf = new Map(
      columnValues(grid, position).map((value, unit) => [grid.units[unit] as UnitCode, value]),
    );
    setOrder({
      by,
      direction,
      units:
        by === 'unit'
          ? orderByName(grid.units, nameOfUnit, direction, language)
          : orderByValue(grid.units, (unit) => valueOf.get(unit) ?? Number.NaN, direction),
    });
  };

  return {
    sheet,
    allColumns,
    nameOfUnit,
    excludedUnits,
    memory,
    remember,
    order,
    sortBy,
    resetOrder: () => setOrder(null),
    unitFilter,
    filterUnits,
    clearFilters: () => {
      filterUnits('');
      remember({ hiddenDimensions: [], hideEmpty: false });
    },
  };
}
