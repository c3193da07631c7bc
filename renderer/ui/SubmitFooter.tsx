import { Button, DialogFooter } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';

interface SubmitFooterProps {
  /** What the form does. */
  readonly text: string;
  readonly disabled?: boolean;
  readonly onCancel: () => void;
}

/** The end of a dialog that is a form: out of it, or on. */
export function SubmitFooter({ text, disabled = false, onCancel }: SubmitFooterProps) {
  const { t } = useTranslation('common');
  return (
    <DialogFooter
      actions={
        <>
          <Button text={t('cancel')} onClick={onCancel} />
          <Button type="submit" intent="primary" text={text} disabled={disabled} />
        </>
      }
    />
  );
}
