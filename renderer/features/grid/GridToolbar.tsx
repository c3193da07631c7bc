import { Button, InputGroup } from '@blueprintjs/core';
import { Cross, Filter } from '@blueprintjs/icons';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { Swatch } from '../../ui/Swatch.tsx';
import type { SheetView } from './use-sheet.ts';

interface GridToolbarProps {
  readonly view: SheetView;
  readonly filterFieldRef: RefObject<HTMLInputElement | null>;
}

/** What is shown of the sheet: dimensions, units, columns without any value, distributions, and the order of the rows. */
export function GridToolbar({ view, filterFieldRef }: GridToolbarProps) {
  const { t } = useTranslation('grid');
  const { memory, remember } = view;
  return (
    <div className="grid-toolbar" role="toolbar" aria-label={t('toolbar.label')}>
      <UnitFilter view={view} filterFieldRef={filterFieldRef} />
      <DimensionButtons view={view} />
      <span className="grid-toolbar-space" />
      <OrderNote view={view} />
      <Button
        size="small"
        variant="minimal"
        text={t('toolbar.hideEmpty')}
        aria-pressed={memory.hideEmpty}
        onClick={() => remember({ hideEmpty: !memory.hideEmpty })}
      />
      <Button
        size="small"
        variant="minimal"
        text={t('toolbar.histograms')}
        aria-pressed={memory.histograms}
        onClick={() => remember({ histograms: !memory.histograms })}
      />
    </div>
  );
}

function UnitFilter({ view, filterFieldRef }: GridToolbarProps) {
  const { t } = useTranslation(['grid', 'common']);
  /** Half-typed Chinese, which filters nothing yet. */
  const [composed, setComposed] = useState<string | null>(null);
  const clear = () => view.filterUnits('');
  return (
    <InputGroup
      className="grid-unit-filter"
      size="small"
      inputRef={filterFieldRef}
      value={composed ?? view.unitFilter}
      placeholder={t('grid:toolbar.filterUnits')}
      aria-label={t('grid:toolbar.filterUnits')}
      leftIcon={<Filter size={12} />}
      {...(view.unitFilter === ''
        ? {}
        : {
            rightElement: (
              <Button
                size="small"
                variant="minimal"
                icon={<Cross size={12} />}
                aria-label={t('grid:clearFilters')}
                onClick={clear}
              />
            ),
          })}
      onCompositionStart={(event) => setComposed(event.currentTarget.value)}
      onCompositionEnd={(event) => {
        setComposed(null);
        view.filterUnits(event.currentTarget.value);
      }}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (composed === null) view.filterUnits(value);
        else setComposed(value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) clear();
      }}
    />
  );
}

function DimensionButtons({ view }: { view: SheetView }) {
  const { t } = useTranslation('grid');
  const nameOf = useNames();
  const dimensions = useWorkbook((state) => state.index?.dimensions);
  const { hiddenDimensions } = view.memory;
  const toggle = (code: string) => {
    const hidden = hiddenDimensions.includes(code)
      ? hiddenDimensions.filter((each) => each !== code)
      : [...hiddenDimensions, code];
    // Without any dimension there would be no column left to show.
    view.remember({ hiddenDimensions: hidden.length === dimensions?.length ? [] : hidden });
  };
  return (
    <div className="grid-dimensions" role="group" aria-label={t('toolbar.dimensions')}>
      {dimensions?.map(({ code, name }, position) => (
        <Button
          key={code}
          size="small"
          variant="minimal"
          icon={<Swatch dimension={position} />}
          text={nameOf(name)}
          title={nameOf(name)}
          aria-pressed={!hiddenDimensions.includes(code)}
          onClick={() => toggle(code)}
        />
      ))}
    </div>
  );
}

function OrderNote({ view }: { view: SheetView }) {
  const { t } = useTranslation('grid');
  const { order, allColumns } = view;
  if (order === null) return null;
  const by = allColumns.find((column) => column.code === order.by)?.name ?? t('unit');
  return (
    <span className="grid-order" title={by}>
      <span className="grid-order-text">
        {t('toolbar.order', { by, direction: t(`header.sorted.${order.direction}`) })}
      </span>
      <Button
        size="small"
        variant="minimal"
        icon={<Cross size={12} />}
        aria-label={t('toolbar.resetOrder')}
        onClick={view.resetOrder}
      />
    </span>
  );
}
