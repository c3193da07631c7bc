import { useTranslation } from 'react-i18next';
import { errorText } from './error-text.ts';

interface ControlErrorProps {
  /** What the refused act threw; null shows nothing. */
  error: unknown;
  onDismiss?: () => void;
  /** For `aria-describedby` of the control. */
  id?: string;
}

/** Why the act at this control was refused, right below it. */
export function ControlError({ error, onDismiss, id }: ControlErrorProps) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  return (
    <div className="control-error" role="alert" id={id}>
      <span>{errorText(error)}</span>
      {onDismiss && (
        <button type="button" onClick={onDismiss}>
          {t('dismiss')}
        </button>
      )}
    </div>
  );
}
