import { Button, Checkbox, FormGroup, SegmentedControl } from '@blueprintjs/core';
import { ArrowDown, ArrowUp } from '@blueprintjs/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefRequest } from '../../../shared/contract/brief-operations.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Language } from '../../../shared/model/language.ts';
import type { JobProgress } from '../../stores/run-job.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { type BriefChoices, moveSection } from './brief-choices.ts';
import { exportBrief } from './export-brief.ts';

interface BriefSettingsProps {
  readonly choices: BriefChoices;
  readonly onChange: (choices: BriefChoices) => void;
  /** null: nothing is ticked. */
  readonly request: BriefRequest | null;
}

/** Language, sections and their order, and the export. */
export function BriefSettings({ choices, onChange, request }: BriefSettingsProps) {
  const { t } = useTranslation('brief');
  const { t: common } = useTranslation('common');
  const interfaceLanguage = useLanguage();
  return (
    <div className="brief-settings">
      <ExportButton request={request} />
      <FormGroup label={t('language')}>
        <SegmentedControl
          aria-label={t('language')}
          size="small"
          value={choices.language ?? interfaceLanguage}
          options={(['zh', 'en'] as const).map((language) => ({
            value: language,
            label: common(`language.${language}`),
          }))}
          onValueChange={(language) => onChange({ ...choices, language: language as Language })}
        />
      </FormGroup>
      <FormGroup label={t('sections')} helperText={t('sectionsHint')}>
        <ul className="brief-sections">
          {choices.sections.map(({ section, printed }, at) => (
            <li key={section}>
              <Checkbox
                checked={printed}
                label={t(`section.${section}`)}
                onChange={() =>
                  onChange({
                    ...choices,
                    sections: choices.sections.with(at, { section, printed: !printed }),
                  })
                }
              />
              <Button
                size="small"
                variant="minimal"
                icon={<ArrowUp />}
                aria-label={t('moveUp', { section: t(`section.${section}`) })}
                disabled={at === 0}
                onClick={() => onChange(moveSection(choices, at, -1))}
              />
              <Button
                size="small"
                variant="minimal"
                icon={<ArrowDown />}
                aria-label={t('moveDown', { section: t(`section.${section}`) })}
                disabled={at === choices.sections.length - 1}
                onClick={() => onChange(moveSection(choices, at, 1))}
              />
            </li>
          ))}
        </ul>
      </FormGroup>
    </div>
  );
}

function ExportButton({ request }: { request: BriefRequest | null }) {
  const { t } = useTranslation('brief');
  const [controller, setController] = useState<AbortController | null>(null);
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function run() {
    if (request === null) return;
    const abort = new AbortController();
    setController(abort);
    setError(null);
    try {
      await exportBrief(request, setProgress, abort.signal);
    } catch (caught) {
      if (!(caught instanceof AppError && caught.code === 'E_CANCELLED')) setError(caught);
    } finally {
      setController(null);
      setProgress(null);
    }
  }

  return (
    <div className="brief-export">
      <Button
        fill
        intent="primary"
        text={progress === null ? t('export') : t('exporting')}
        disabled={request === null || controller !== null}
        onClick={() => void run()}
      />
      {progress !== null && (
        <Button size="small" text={t('cancel')} onClick={() => controller?.abort()} />
      )}
      <ControlError error={error} onDismiss={() => setError(null)} />
    </div>
  );
}
