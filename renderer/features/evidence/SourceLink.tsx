import { Button, DialogBody, DialogFooter } from '@blueprintjs/core';
import { Share } from '@blueprintjs/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../../shared/model/source.ts';
import { callHost } from '../../stores/host-connection.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { useAct } from './use-act.ts';
import { Dialog } from '../../ui/Dialog.tsx';

/** Title and date of a source; its link is opened outside, after the whole address was shown. */
export function SourceLink({ source }: { source: Source | null }) {
  const { t } = useTranslation('evidence');
  const [asking, setAsking] = useState(false);
  if (source === null) return <p className="evidence-source muted">{t('candidates.noSource')}</p>;
  const { url, title } = source;
  const published =
    source.published === '' ? null : (
      <span className="muted"> {t('candidates.published', { date: source.published })}</span>
    );
  if (url === null) {
    return (
      <p className="evidence-source">
        {title}
        {published} <span className="muted">· {t('candidates.noLink')}</span>
      </p>
    );
  }
  return (
    <p className="evidence-source">
      <button
        type="button"
        className="evidence-link"
        aria-label={t('candidates.open', { title })}
        onClick={() => setAsking(true)}
      >
        {title}
        <Share size={11} />
      </button>
      {published}
      <LinkDialog url={url} isOpen={asking} onClose={() => setAsking(false)} />
    </p>
  );
}

interface LinkDialogProps {
  readonly url: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function LinkDialog({ url, isOpen, onClose }: LinkDialogProps) {
  const { t } = useTranslation(['evidence', 'common']);
  const act = useAct();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    act.run(
      () => navigator.clipboard.writeText(url),
      () => setCopied(true),
    );
  const close = () => {
    setCopied(false);
    act.dismiss();
    onClose();
  };
  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('evidence:link.title')}>
      <DialogBody>
        <p>{t('evidence:link.leaves')}</p>
        <p className="evidence-address">{url}</p>
        <ControlError error={act.error} />
      </DialogBody>
      <DialogFooter
        actions={
          <>
            <Button text={t('common:cancel')} onClick={close} />
            <Button
              text={copied ? t('evidence:link.copied') : t('evidence:link.copy')}
              onClick={copy}
            />
            <Button
              intent="primary"
              text={t('evidence:link.open')}
              disabled={act.busy}
              onClick={() => act.run(() => callHost('links.open', { url }), close)}
            />
          </>
        }
      />
    </Dialog>
  );
}
