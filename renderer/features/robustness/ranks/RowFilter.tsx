import { InputGroup } from '@blueprintjs/core';
import { Search } from '@blueprintjs/icons';
import { useTranslation } from 'react-i18next';
import { MOST_ROWS } from './shown-rows.ts';

interface RowFilterProps {
  readonly filter: string;
  readonly onChange: (filter: string) => void;
  readonly shown: number;
  readonly total: number;
  /** How many can be shown at once. */
  readonly most?: number;
}

/** Finds units when there are more than a picture holds; with few units there is nothing to find. */
export function RowFilter(props: RowFilterProps) {
  const { filter, onChange, shown, total, most = MOST_ROWS } = props;
  const { t } = useTranslation('robustness');
  if (total <= most) return null;
  return (
    <div className="row-filter">
      <InputGroup
        size="small"
        leftIcon={<Search size={14} />}
        aria-label={t('filter.label')}
        placeholder={t('filter.label')}
        value={filter}
        onValueChange={onChange}
      />
      <span className="muted">{t('filter.shown', { shown, total })}</span>
    </div>
  );
}
