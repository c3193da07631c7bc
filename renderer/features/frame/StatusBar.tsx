import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { methodLine } from '../../../shared/text/method-in-words.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { showView } from '../../stores/layout-store.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { differingParts, useMethodDraft } from '../method/method-draft.ts';

/** File, saved state, size of the workbook: what is known at a glance. */
export function StatusBar() {
  const { t } = useTranslation(['frame', 'workbook']);
  const info = useWorkbook((state) => state.info);
  const saving = useWorkbook((state) => state.commandsUnderWay > 0);
  const method = useMethodLine();
  if (info === null) return <footer className="status-bar" aria-label={t('status.label')} />;
  return (
    <footer className="status-bar" aria-label={t('status.label')}>
      <span>{info.fileName}</span>
      {info.readOnly === null ? (
        <span>{saving ? t('status.saving') : t('status.saved')}</span>
      ) : (
        <span className="status-bar-warning">
          {t(`status.readOnly.${info.readOnly}`)}
          {info.readOnly === 'damaged' && ` · ${t('workbook:damagedHint')}`}
        </span>
      )}
      <span>{t('status.units', { count: info.unitCount })}</span>
      <span>{t('status.indicators', { count: info.indicatorCount })}</span>
      <span>
        {t('status.adopted', {
          adopted: info.adoptedCount,
          total: info.unitCount * info.indicatorCount,
        })}
      </span>
      <MethodDraftNote />
      <span className="status-bar-end" title={method}>
        {method}
      </span>
    </footer>
  );
}

/** Choices that wait in the method's panel, perhaps since another day, are no part of what is shown. */
function MethodDraftNote() {
  const { t } = useTranslation('method');
  const scenario = useSelection((state) => state.scenario);
  const inForce = useScenarios((state) => state.resolved?.method);
  const chosen = useMethodDraft(scenario);
  if (inForce === undefined || Object.keys(differingParts(chosen, inForce)).length === 0) {
    return null;
  }
  return (
    <button type="button" className="status-bar-draft" onClick={() => showView('method')}>
      {t('draftWaits')}
    </button>
  );
}

/** The method in force, in one line. */
function useMethodLine(): string {
  const method = useScenarios((state) => state.resolved?.method);
  const names = useWorkbookNames();
  return useMemo(() => (method === undefined ? '' : methodLine(method, names)), [method, names]);
}
