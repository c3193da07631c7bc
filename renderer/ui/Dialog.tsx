import { Button, Classes, Dialog as LibraryDialog, type DialogProps, H2 } from '@blueprintjs/core';
import { Cross } from '@blueprintjs/icons';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Props extends Pick<DialogProps, 'isOpen' | 'className' | 'children'> {
  readonly title: string;
  readonly onClose: () => void;
}

/** A dialog with its title and a way out, named in the language of the interface. */
export function Dialog({ title, onClose, children, ...dialog }: Props) {
  const { t } = useTranslation('common');
  const id = useId();
  return (
    <LibraryDialog {...dialog} onClose={onClose} aria-labelledby={id}>
      <div className={Classes.DIALOG_HEADER}>
        <H2 id={id}>{title}</H2>
        <Button
          className={Classes.DIALOG_CLOSE_BUTTON}
          variant="minimal"
          icon={<Cross />}
          aria-label={t('close')}
          onClick={onClose}
        />
      </div>
      {children}
    </LibraryDialog>
  );
}
