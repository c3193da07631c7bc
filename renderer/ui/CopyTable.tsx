import { Button } from '@blueprintjs/core';
import { Duplicate } from '@blueprintjs/icons';
import { useTranslation } from 'react-i18next';
import { asTabSeparated, type DataTable } from './data-table.ts';
import { notify, notifyError } from './notify.ts';

/** Copies a table for spreadsheets. `table` is asked for when it is copied. */
export function CopyTable({ table }: { table: () => DataTable }) {
  const { t } = useTranslation('charts');
  async function copy(): Promise<void> {
    const copied = table();
    try {
      await navigator.clipboard.writeText(asTabSeparated(copied));
      notify(t('copied', { count: copied.rows.length }));
    } catch (error) {
      notifyError(error);
    }
  }
  return (
    <Button
      variant="minimal"
      size="small"
      icon={<Duplicate size={14} />}
      aria-label={t('copy')}
      title={t('copy')}
      onClick={() => void copy()}
    />
  );
}
