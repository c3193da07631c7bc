import { useTranslation } from 'react-i18next';
import { useWorkbook } from '../../stores/workbook-store.ts';

/** File, saved state, size of the workbook: what is known at a glance. */
export function StatusBar() {
  const { t } = useTranslation('frame');
  const info = useWorkbook((state) => state.info);
  const saving = useWorkbook((state) => state.commandsUnderWay > 0);
  if (info === null) return <footer className="status-bar" aria-label={t('status.label')} />;
  return (
    <footer className="status-bar" aria-label={t('status.label')}>
      <span>{info.fileName}</span>
      {info.readOnly === null ? (
        <span>{saving ? t('status.saving') : t('status.saved')}</span>
      ) : (
        <span className="status-bar-warning">{t(`status.readOnly.${info.readOnly}`)}</span>
      )}
      <span>{t('status.units', { count: info.unitCount })}</span>
      <span>{t('status.indicators', { count: info.indicatorCount })}</span>
      <span>
        {t('status.adopted', {
          adopted: info.adoptedCount,
          total: info.unitCount * info.indicatorCount,
        })}
      </span>
    </footer>
  );
}
