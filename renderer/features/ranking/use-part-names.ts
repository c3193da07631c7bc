import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../i18n/use-names.ts';
import type { Breakdown } from './breakdown.ts';

/** Names of the parts of a breakdown, in their order. */
export function usePartNames(breakdown: Breakdown): readonly string[] {
  const { t } = useTranslation('ranking');
  const nameOf = useNames();
  return useMemo(
    () => breakdown.parts.map(({ node }) => (node === null ? t('rest') : nameOf(node.name))),
    [breakdown, t, nameOf],
  );
}
