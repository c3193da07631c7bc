import { Button, ButtonGroup, ProgressBar } from '@blueprintjs/core';
import { Minus, Plus } from '@blueprintjs/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefRequest } from '../../../shared/contract/brief-operations.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { Failed, Placeholder } from '../../ui/Placeholder.tsx';
import { BriefSettings } from './BriefSettings.tsx';
import './brief.css';
import { useBriefChoices } from './brief-choices.ts';
import { type BriefPages, useBriefPages } from './use-brief-pages.ts';

/** The brief beside its settings: pages follow every edit, and the PDF is the same pages. */
export function BriefPanel() {
  const { t } = useTranslation('brief');
  const [choices, keepChoices] = useBriefChoices();
  const scenario = useSelection((state) => state.scenario);
  const revision = useWorkbook((state) => state.revision);
  const interfaceLanguage = useLanguage();
  const [attempt, setAttempt] = useState(0);
  const sections = choices.sections.flatMap(({ section, printed }) => (printed ? [section] : []));
  const request: BriefRequest | null =
    sections.length === 0
      ? null
      : { scenario, language: choices.language ?? interfaceLanguage, sections };
  const typeset = useBriefPages(request, `${revision}/${attempt}`);
  return (
    <div className="panel brief">
      <BriefSettings choices={choices} onChange={keepChoices} request={request} />
      {request === null ? (
        <Placeholder>
          <p>{t('none')}</p>
        </Placeholder>
      ) : (
        <Preview typeset={typeset} onAgain={() => setAttempt(attempt + 1)} />
      )}
    </div>
  );
}

const ZOOMS = [0.5, 0.75, 1, 1.5, 2] as const;
/** Width of a page at zoom 1. */
const PAGE_WIDTH = 720;

function Preview({ typeset, onAgain }: { typeset: BriefPages; onAgain: () => void }) {
  const { t } = useTranslation('brief');
  const [zoom, setZoom] = useState(2);
  const { pages, aspect, progress, error, stopped } = typeset;
  const width = PAGE_WIDTH * (ZOOMS[zoom] ?? 1);
  if (error !== null) {
    return (
      <Failed error={error}>
        <Button text={t('again')} onClick={onAgain} />
      </Failed>
    );
  }
  return (
    <section className="brief-preview" aria-label={t('preview')}>
      <div className="brief-bar">
        <span className="muted">{pages.length > 0 && t('pages', { count: pages.length })}</span>
        <span className="brief-state" role="status">
          {progress !== null && (
            <>
              <span>{t('typesetting')}</span>
              <ProgressBar
                className="brief-progress"
                aria-label={t('typesetting')}
                value={Math.max(progress.fraction, 0.03)}
              />
              <Button size="small" variant="minimal" text={t('cancel')} onClick={typeset.stop} />
            </>
          )}
          {stopped && (
            <>
              <span>{t('stopped')}</span>
              <Button size="small" variant="minimal" text={t('again')} onClick={onAgain} />
            </>
          )}
        </span>
        <ButtonGroup variant="minimal">
          <Button
            size="small"
            icon={<Minus />}
            aria-label={t('zoomOut')}
            disabled={zoom === 0}
            onClick={() => setZoom(zoom - 1)}
          />
          <Button
            size="small"
            icon={<Plus />}
            aria-label={t('zoomIn')}
            disabled={zoom === ZOOMS.length - 1}
            onClick={() => setZoom(zoom + 1)}
          />
        </ButtonGroup>
      </div>
      <div className="brief-pages" tabIndex={0} role="group" aria-label={t('preview')}>
        {pages.map((page, number) => (
          <img
            key={page}
            className="brief-page"
            src={page}
            width={width}
            height={Math.round(width / aspect)}
            loading="lazy"
            alt={t('page', { page: number + 1, pages: pages.length })}
          />
        ))}
      </div>
    </section>
  );
}
