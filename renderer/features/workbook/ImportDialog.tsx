import { Button, DialogFooter, Spinner } from '@blueprintjs/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/file-operations.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { textOf } from '../../i18n/i18n.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { callHost } from '../../stores/host-connection.ts';
import { closeOverlay, useOverlays } from '../../stores/overlay-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { notify } from '../../ui/notify.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import './import-dialog.css';

type PickedFile = NonNullable<MethodOutput<'files.pickOpen'>>;

/** Imports a framework and its data as a new workbook, after showing what would be read. */
export function ImportDialog() {
  const { t } = useTranslation('workbook');
  const open = useOverlays((state) => state.open === 'import');
  if (!open) return null;
  return (
    <Dialog isOpen title={t('importTitle')} onClose={closeOverlay} className="import-dialog">
      <ImportForm />
    </Dialog>
  );
}

type Files = Readonly<Record<'framework' | 'data', PickedFile | null>>;

function ImportForm() {
  const { t } = useTranslation(['workbook', 'common']);
  const language = useLanguage();
  const [files, setFiles] = useState<Files>({ framework: null, data: null });
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [busy, setBusy] = useState<'checking' | 'importing' | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function choose(which: keyof Files): Promise<void> {
    try {
      const file = await callHost('files.pickOpen', { purpose: `import-${which}` });
      if (file === null) return;
      const chosen = { ...files, [which]: file };
      setFiles(chosen);
      setPreview(null);
      setError(null);
      if (chosen.framework !== null && chosen.data !== null)
        await check(chosen.framework, chosen.data);
    } catch (refusal) {
      setError(refusal);
    }
  }

  /** Reads both files and shows what an import would do; nothing is written. */
  async function check(framework: PickedFile, data: PickedFile): Promise<void> {
    setBusy('checking');
    try {
      const tokens = { framework: framework.token, data: data.token };
      setPreview(await callHost('import.preview', { ...tokens, language }));
    } finally {
      setBusy(null);
    }
  }

  async function run(): Promise<void> {
    const { framework, data } = files;
    if (framework === null || data === null) return;
    setBusy('importing');
    setError(null);
    try {
      const suggestedName = textOf('workbook:importName');
      const target = await callHost('files.pickSave', {
        purpose: 'create-workbook',
        suggestedName,
      });
      if (target === null) return;
      const tokens = { framework: framework.token, data: data.token, target: target.token };
      await callHost('import.commit', { ...tokens, language });
      closeOverlay();
      notify(t('imported', { file: target.fileName }));
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(null);
    }
  }

  return (
    <>
      <div className="import-form">
        <p className="muted">{t('importHint')}</p>
        <FileChoice
          label={t('framework')}
          file={files.framework}
          disabled={busy !== null}
          onChoose={() => void choose('framework')}
        />
        <FileChoice
          label={t('data')}
          file={files.data}
          disabled={busy !== null}
          onChoose={() => void choose('data')}
        />
        {busy === 'checking' && (
          <output className="import-checking">
            <Spinner size={16} /> {t('checking')}
          </output>
        )}
        <ControlError error={error} />
        {preview !== null && <Preview preview={preview} />}
      </div>
      <DialogFooter
        actions={
          <>
            <Button text={t('common:cancel')} onClick={closeOverlay} />
            <Button
              intent="primary"
              text={t('importRun')}
              disabled={preview === null}
              loading={busy === 'importing'}
              onClick={() => void run()}
            />
          </>
        }
      />
    </>
  );
}

interface FileChoiceProps {
  readonly label: string;
  readonly file: PickedFile | null;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

function FileChoice({ label, file, disabled, onChoose }: FileChoiceProps) {
  const { t } = useTranslation('workbook');
  return (
    <div className="import-file">
      <span>{label}</span>
      <strong>{file?.fileName ?? ''}</strong>
      <Button
        text={file === null ? t('choose') : t('chooseOther')}
        title={label}
        disabled={disabled}
        onClick={onChoose}
      />
    </div>
  );
}

function Preview({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('workbook');
  const { columns, rows } = preview.sample;
  return (
    <section className="import-preview">
      <h3>{t('previewTitle')}</h3>
      <p>
        {t('previewCounts', {
          units: preview.unitCount,
          indicators: preview.indicatorCount,
          present: preview.presentCount,
          missing: preview.missingCount,
        })}
      </p>
      {preview.attributeColumns.length > 0 && (
        <p>{t('previewAttributes', { columns: preview.attributeColumns.join(', ') })}</p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must by keyboard too */}
      <div className="import-sample" tabIndex={0} role="group" aria-label={t('previewSample')}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column}>{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join('\u0000')}>
                {columns.map((column, at) => (
                  <td key={column}>{row[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
