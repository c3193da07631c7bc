import { Button } from '@blueprintjs/core';
import { Plus } from '@blueprintjs/icons';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { notifyError } from '../../ui/notify.ts';
import { includeUnit } from '../scenarios/inclusion.ts';

/** More would push the ranking out of its panel; the list of changes of the scenario has all of them. */
const MOST_NAMED = 12;

/** The units that the scenario leaves out, each with the way back in. */
export function LeftOutUnits({ nameOf }: { nameOf: (unit: UnitCode) => string }) {
  const { t } = useTranslation('ranking');
  const leftOut = useScenarios((state) => state.resolved?.excludedUnits);
  const readOnly = useWorkbook((state) => state.info?.readOnly != null);
  if (leftOut === undefined || leftOut.length === 0) return null;
  return (
    <div className="ranking-left-out" role="group" aria-label={t('leftOut.label')}>
      <span>{t('leftOut.label')}</span>
      {leftOut.slice(0, MOST_NAMED).map((unit) => (
        <Button
          key={unit}
          size="small"
          variant="minimal"
          endIcon={<Plus size={12} />}
          text={nameOf(unit)}
          disabled={readOnly}
          aria-label={t('leftOut.takeIn', { unit: nameOf(unit) })}
          title={t('leftOut.takeIn', { unit: nameOf(unit) })}
          onClick={() => {
            includeUnit(unit, true).catch(notifyError);
          }}
        />
      ))}
      {leftOut.length > MOST_NAMED && (
        <span>{t('leftOut.more', { count: leftOut.length - MOST_NAMED })}</span>
      )}
    </div>
  );
}
