import { Menu, MenuDivider, MenuItem } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { notifyError } from '../../ui/notify.ts';
import { includeNode } from '../scenarios/inclusion.ts';
import { clampColumnWidth } from './column-width.ts';
import type { SheetColumn } from './sheet-columns.ts';
import type { ColumnPlace } from './use-column-widths.ts';
import type { SheetView } from './use-sheet.ts';

interface ColumnMenuProps {
  readonly view: SheetView;
  readonly place: ColumnPlace;
  readonly onSelectColumn: (column: number) => void;
  readonly onWidth: (place: ColumnPlace, width: number | null) => void;
}

const WIDTH_STEP = 24;

/** What can be done with a column (or with the units), by pointer and by keyboard alike. */
export function ColumnMenu({ view, place, onSelectColumn, onWidth }: ColumnMenuProps) {
  const { t } = useTranslation('grid');
  const { sheet, order } = view;
  const column = place === 'unit' ? undefined : sheet.columns[place];
  const by = column?.code ?? 'unit';
  const width = column?.width ?? view.memory.unitWidth;
  const sortedHere = order?.by === by ? order.direction : null;
  return (
    <Menu aria-label={column?.name ?? t('unit')}>
      {place === 'unit' ? (
        <MenuItem text={t('menu.byName')} onClick={() => view.sortBy('unit', 'ascending')} />
      ) : (
        <>
          <MenuItem
            text={t('menu.descending')}
            active={sortedHere === 'descending'}
            onClick={() => view.sortBy(by, 'descending')}
          />
          <MenuItem
            text={t('menu.ascending')}
            active={sortedHere === 'ascending'}
            onClick={() => view.sortBy(by, 'ascending')}
          />
        </>
      )}
      <MenuItem text={t('menu.published')} disabled={order === null} onClick={view.resetOrder} />
      <MenuDivider />
      {place !== 'unit' && (
        <MenuItem text={t('menu.selectColumn')} onClick={() => onSelectColumn(place)} />
      )}
      {column !== undefined && <InclusionItem column={column} />}
      <MenuItem
        text={t('menu.wider')}
        shouldDismissPopover={false}
        onClick={() => onWidth(place, clampColumnWidth(width + WIDTH_STEP))}
      />
      <MenuItem
        text={t('menu.narrower')}
        shouldDismissPopover={false}
        onClick={() => onWidth(place, clampColumnWidth(width - WIDTH_STEP))}
      />
      <MenuItem text={t('menu.resetWidth')} onClick={() => onWidth(place, null)} />
    </Menu>
  );
}

/** An indicator is left out by itself or with a node above it; only the first can be taken back here. */
function InclusionItem({ column: { code, name, excluded } }: { column: SheetColumn }) {
  const { t } = useTranslation('scenarios');
  const readOnly = useWorkbook((state) => state.info?.readOnly != null);
  const byItself = useScenarios((state) => state.resolved?.excludedNodes.includes(code) === true);
  return (
    <MenuItem
      text={t(excluded ? 'inclusion.takeIn' : 'inclusion.leaveOut', { name })}
      disabled={readOnly || excluded !== byItself}
      onClick={() => {
        includeNode(code, excluded).catch(notifyError);
      }}
    />
  );
}
