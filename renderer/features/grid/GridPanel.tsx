import { Button } from '@blueprintjs/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCells } from '../../stores/cell-store.ts';
import { Failed, Loading, Placeholder } from '../../ui/Placeholder.tsx';
import './grid.css';
import { GridToolbar } from './GridToolbar.tsx';
import { SheetTable } from './SheetTable.tsx';
import { useSheet } from './use-sheet.ts';

/** Units × indicators, editable. */
export function GridPanel() {
  const { t } = useTranslation('grid');
  const view = useSheet();
  const error = useCells((state) => state.error);
  const filterFieldRef = useRef<HTMLInputElement>(null);
  if (view === null) return error === null ? <Loading /> : <Failed error={error} />;
  const { rows, columns } = view.sheet.extent;
  return (
    <div className="panel grid-panel">
      <GridToolbar view={view} filterFieldRef={filterFieldRef} />
      {rows === 0 || columns === 0 ? (
        <Placeholder>
          <p>{t('empty')}</p>
          <Button text={t('clearFilters')} onClick={view.clearFilters} />
        </Placeholder>
      ) : (
        <SheetTable view={view} onFind={() => filterFieldRef.current?.select()} />
      )}
    </div>
  );
}
