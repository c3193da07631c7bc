import { DialogBody, FormGroup, InputGroup } from '@blueprintjs/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeOverlay, useOverlays } from '../../stores/overlay-store.ts';
import { changeWorkbook, useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SubmitFooter } from '../../ui/SubmitFooter.tsx';

/** The name that stands beside what is entered and done in this workbook. */
export function AuthorDialog() {
  const { t } = useTranslation('workbook');
  const open = useOverlays((state) => state.open === 'author');
  const author = useWorkbook((state) => state.info?.author);
  return (
    <Dialog isOpen={open} onClose={closeOverlay} title={t('author.title')}>
      {open && author !== undefined && <AuthorForm author={author} />}
    </Dialog>
  );
}

function AuthorForm({ author }: { author: string }) {
  const { t } = useTranslation('workbook');
  const [name, setName] = useState(author);
  const [error, setError] = useState<unknown>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === author) return closeOverlay();
    setError(null);
    changeWorkbook('workbook.setAuthor', { author: name.trim() }).then(closeOverlay, setError);
  }

  return (
    <form onSubmit={submit}>
      <DialogBody>
        <FormGroup label={t('author.label')} labelFor="author-name" helperText={t('author.hint')}>
          <InputGroup
            id="author-name"
            autoFocus
            maxLength={200}
            placeholder={t('author.placeholder')}
            value={name}
            onValueChange={setName}
          />
        </FormGroup>
        <ControlError error={error} />
      </DialogBody>
      <SubmitFooter text={t('author.save')} onCancel={closeOverlay} />
    </form>
  );
}
