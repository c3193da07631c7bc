import { Button, PopoverNext } from '@blueprintjs/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What the marks of the cells mean; the most common ones stand in the panel's header. */
export function GridLegend() {
  const { t } = useTranslation('grid');
  const marks = useMarks();
  return (
    <>
      <ul className="grid-legend is-inline" aria-hidden="true">
        {marks.slice(0, 3).map(({ key, mark, text }) => (
          <LegendEntry key={key} mark={mark} text={text} />
        ))}
      </ul>
      <PopoverNext
        placement="bottom-end"
        content={
          <ul className="grid-legend" aria-label={t('legend.title')}>
            {marks.map(({ key, mark, text }) => (
              <LegendEntry key={key} mark={mark} text={text} />
            ))}
          </ul>
        }
      >
        <Button size="small" variant="minimal" text={t('legend.title')} />
      </PopoverNext>
    </>
  );
}

function LegendEntry({ mark, text }: { mark: ReactNode; text: string }) {
  return (
    <li>
      <span className="grid-legend-mark" aria-hidden="true">
        {mark}
      </span>
      {text}
    </li>
  );
}

function useMarks(): readonly { key: string; mark: ReactNode; text: string }[] {
  const { t } = useTranslation('grid');
  const sample = '12';
  return [
    {
      key: 'proxy',
      mark: <span className="sheet-cell is-proxy">{sample}</span>,
      text: t('legend.proxy'),
    },
    {
      key: 'missing',
      mark: <span className="sheet-cell is-missing">·2</span>,
      text: t('legend.missing'),
    },
    {
      key: 'several',
      mark: (
        <span className="sheet-cell">
          {sample}
          <sup>3</sup>
        </span>
      ),
      text: t('legend.several'),
    },
    {
      key: 'conflict',
      mark: (
        <span className="sheet-cell">
          {sample}
          <sup>≠3</sup>
        </span>
      ),
      text: t('legend.conflict'),
    },
    {
      key: 'outOfTimeWindow',
      mark: (
        <span className="sheet-cell">
          <span className="mark-clock" />
          {sample}
        </span>
      ),
      text: t('legend.outOfTimeWindow'),
    },
    {
      key: 'overridden',
      mark: (
        <span className="sheet-cell is-overridden">
          <span className="mark-dot" />
          {sample}
        </span>
      ),
      text: t('legend.overridden'),
    },
    {
      key: 'pending',
      mark: <span className="sheet-cell is-pending">{sample}</span>,
      text: t('legend.pending'),
    },
    { key: 'exact', mark: <span className="sheet-cell">{sample}</span>, text: t('legend.exact') },
  ];
}
