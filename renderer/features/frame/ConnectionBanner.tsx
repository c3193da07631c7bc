import { Button } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../stores/connection-store.ts';

/** Says that the host is gone, and that nothing committed is lost. */
export function ConnectionBanner() {
  const { t } = useTranslation('frame');
  const { state, wasOpen, reconnect } = useConnection();
  if (state === 'open' || (state === 'connecting' && !wasOpen)) return null;
  // In place of the workbook it is said why there is none.
  if (state === 'refused') return null;
  return (
    <div className="banner" role="alert">
      <span>{state === 'lost' ? t('connection.lost') : t('connection.connecting')}</span>
      {state === 'lost' && (
        <Button size="small" text={t('connection.reconnect')} onClick={reconnect} />
      )}
    </div>
  );
}
