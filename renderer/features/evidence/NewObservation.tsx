import { Button } from '@blueprintjs/core';
import { Plus } from '@blueprintjs/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import type { MeasuredIndicator } from './measured-cell.ts';
import { ObservationForm } from './ObservationForm.tsx';

interface NewObservationProps {
  readonly unit: UnitCode;
  readonly indicator: MeasuredIndicator;
}

/** A button that opens the form for one more observation of the cell. */
export function NewObservation({ unit, indicator }: NewObservationProps) {
  const { t } = useTranslation('evidence');
  const readOnly = useWorkbook((state) => state.info !== null && state.info.readOnly !== null);
  const [open, setOpen] = useState(false);
  if (readOnly) return null;
  if (open) {
    return <ObservationForm unit={unit} indicator={indicator} onDone={() => setOpen(false)} />;
  }
  return (
    <Button
      className="evidence-add"
      icon={<Plus size={12} />}
      text={t('add.open')}
      onClick={() => setOpen(true)}
    />
  );
}
