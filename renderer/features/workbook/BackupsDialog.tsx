import { DialogBody, Radio, RadioGroup } from '@blueprintjs/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../shared/contract/workbook-operations.ts';
import { formatFileSize } from '../../../shared/text/numbers.ts';
import { momentIn } from '../../i18n/moment.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { closeOverlay, useOverlays } from '../../stores/overlay-store.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SubmitFooter } from '../../ui/SubmitFooter.tsx';
import { Loading } from '../../ui/Placeholder.tsx';
import { restoreBackup } from './workbook-commands.ts';
import './backups-dialog.css';

/** The copies that were made by themselves, of the open workbook or of the one that could not be opened. */
export function BackupsDialog() {
  const { t } = useTranslation('workbook');
  const open = useOverlays((state) => state.open === 'backups');
  return (
    <Dialog isOpen={open} onClose={closeOverlay} title={t('backups.title')}>
      {open && <RestoreForm />}
    </Dialog>
  );
}

function RestoreForm() {
  const { t } = useTranslation('workbook');
  const { answer: backups, error: refused } = useAnswer('workbook.backups', {});
  const [chosen, setChosen] = useState<Backup['token'] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const backup = backups?.find(({ token }) => token === chosen) ?? backups?.[0];

  function submit(event: FormEvent) {
    event.preventDefault();
    if (backup === undefined) return;
    setError(null);
    restoreBackup(backup).then(closeOverlay, setError);
  }

  return (
    <form onSubmit={submit}>
      <DialogBody className="backups">
        {backups === undefined && refused === null && <Loading />}
        {backups?.length === 0 && <p className="muted">{t('backups.empty')}</p>}
        {backup !== undefined && (
          <>
            <RadioGroup
              label={<span className="visually-hidden">{t('backups.list')}</span>}
              selectedValue={backup.token}
              onChange={({ currentTarget: { value } }) => setChosen(value as Backup['token'])}
            >
              {backups?.map((each) => (
                <Radio key={each.token} value={each.token} labelElement={<Described of={each} />} />
              ))}
            </RadioGroup>
            <p className="muted">{t('backups.hint')}</p>
          </>
        )}
        <ControlError error={error ?? refused} />
      </DialogBody>
      <SubmitFooter
        text={t('backups.restore')}
        disabled={backup === undefined}
        onCancel={closeOverlay}
      />
    </form>
  );
}

function Described({ of: { madeAt, revision, bytes } }: { of: Backup }) {
  const { t } = useTranslation('workbook');
  const language = useLanguage();
  return (
    <span className="backup">
      <span>{momentIn(language, madeAt)}</span>
      <span className="muted">{t('backups.revision', { count: revision })}</span>
      <span className="muted number">{formatFileSize(bytes)}</span>
    </span>
  );
}
