import { Button } from '@blueprintjs/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/contract/errors.ts';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { errorText } from '../../ui/error-text.ts';
import type { BlockPlan, RefusedCell } from './block-edits.ts';
import { problemText } from './problem-text.ts';
import type { Place } from './range.ts';
import type { Sheet } from './sheet.ts';

/** Why nothing was written: the plan was refused here, or the host refused it, or nothing may be written at all. */
export type Refusal =
  | { readonly kind: 'plan'; readonly plan: BlockPlan & { readonly ok: false } }
  | { readonly kind: 'host'; readonly error: unknown }
  | { readonly kind: 'read-only' };

interface RefusalCardProps {
  readonly refusal: Refusal;
  readonly sheet: Sheet;
  readonly nameOfUnit: (unit: UnitCode) => string;
  readonly onGo: (place: Place) => void;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
}

const MOST_LISTED = 8;

export function RefusalCard({ refusal, onRetry, onDismiss, ...rest }: RefusalCardProps) {
  const { t } = useTranslation(['grid', 'common']);
  return (
    <div role="alert">
      <RefusalText refusal={refusal} {...rest} />
      <div className="cell-card-actions">
        {refusal.kind === 'host' && (
          <Button size="small" text={t('grid:refused.retry')} onClick={onRetry} />
        )}
        <Button size="small" text={t('common:dismiss')} onClick={onDismiss} />
      </div>
    </div>
  );
}

type RefusalTextProps = Pick<RefusalCardProps, 'refusal' | 'sheet' | 'nameOfUnit' | 'onGo'>;

function RefusalText({ refusal, ...rest }: RefusalTextProps): ReactNode {
  const { t } = useTranslation('grid');
  if (refusal.kind === 'read-only') return <p>{t('refused.readOnly')}</p>;
  if (refusal.kind === 'host') {
    const { error } = refusal;
    const conflict = error instanceof AppError && error.code === 'E_CONFLICT';
    return <p>{conflict ? t('refused.conflict') : errorText(error)}</p>;
  }
  const { plan } = refusal;
  if (plan.reason !== 'cells') return <p>{planText(t, plan)}</p>;
  const { refused } = plan;
  return (
    <>
      <p>{t('refused.cells', { count: refused.length })}</p>
      <ul className="cell-card-list">
        {refused.slice(0, MOST_LISTED).map((cell) => (
          <RefusedCellItem key={`${cell.place.row}/${cell.place.column}`} cell={cell} {...rest} />
        ))}
      </ul>
      {refused.length > MOST_LISTED && (
        <p>{t('refused.more', { count: refused.length - MOST_LISTED })}</p>
      )}
    </>
  );
}

function planText(
  t: TFunction<'grid'>,
  plan: Exclude<BlockPlan & { ok: false }, { reason: 'cells' }>,
): string {
  switch (plan.reason) {
    case 'outside': {
      const { found, room } = plan;
      return t('refused.outside', {
        rows: found.rows,
        columns: found.columns,
        roomRows: room.rows,
        roomColumns: room.columns,
      });
    }
    case 'too-many':
      return t('refused.too-many', { most: plan.most });
    case 'block':
      return plan.block.reason === 'ragged'
        ? t('refused.ragged', {
            row: plan.block.row,
            found: plan.block.found,
            expected: plan.block.expected,
          })
        : t(`refused.${plan.block.reason}`);
  }
}

interface RefusedCellItemProps extends Omit<RefusalTextProps, 'refusal'> {
  readonly cell: RefusedCell;
}

function RefusedCellItem({ cell, sheet, nameOfUnit, onGo }: RefusedCellItemProps) {
  const { t } = useTranslation('grid');
  const { place, problem } = cell;
  const unit = sheet.units[place.row];
  return (
    <li>
      <button type="button" onClick={() => onGo(place)}>
        {t('refused.cell', {
          unit: unit === undefined ? '' : nameOfUnit(unit),
          indicator: sheet.columns[place.column]?.name ?? '',
        })}
      </button>{' '}
      {problemText(problem)}
    </li>
  );
}
