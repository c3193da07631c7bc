import { Button } from '@blueprintjs/core';
import { CollapseAll, ExpandAll, Reset } from '@blueprintjs/icons';
import { useTranslation } from 'react-i18next';
import { BASELINE } from '../../../shared/model/ids.ts';
import { overrideKey } from '../../../shared/model/scenario.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { changeWorkbook } from '../../stores/workbook-store.ts';
import { notifyError } from '../../ui/notify.ts';
import { useOpenBranches } from './open-branches.ts';

/** Controls of the whole tree. */
export function WeightsRemark() {
  const { t } = useTranslation('weights');
  const { anyOpen, openAll, closeAll } = useOpenBranches();
  const scenario = useSelection((state) => state.scenario);
  const overrides = useScenarios(
    (state) => state.scenarios.find(({ id }) => id === scenario)?.overrides,
  );
  const weightKeys = (overrides ?? [])
    .filter((override) => override.kind === 'weight')
    .map(overrideKey);
  const openLabel = t(anyOpen ? 'collapseAll' : 'expandAll');
  return (
    <>
      <span>{t('remark')}</span>
      {scenario !== BASELINE && (
        <Button
          variant="minimal"
          size="small"
          icon={<Reset size={14} />}
          aria-label={t('restore')}
          title={t('restore')}
          disabled={weightKeys.length === 0}
          onClick={() => {
            changeWorkbook('scenarios.reset', { scenario, overrideKeys: weightKeys }).catch(
              notifyError,
            );
          }}
        />
      )}
      <Button
        variant="minimal"
        size="small"
        icon={anyOpen ? <CollapseAll size={14} /> : <ExpandAll size={14} />}
        aria-label={openLabel}
        title={openLabel}
        onClick={anyOpen ? closeAll : openAll}
      />
    </>
  );
}
