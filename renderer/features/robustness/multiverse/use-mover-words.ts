import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MultiverseResult } from '../../../../shared/model/one-at-a-time.ts';
import { formatScore } from '../../../../shared/text/numbers.ts';
import { choiceNames } from '../../../../shared/text/uncertainty-in-words.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import type { MultiverseRow } from './multiverse-rows.ts';

/** The choice that moves a unit most: `Aggregation: weighted geometric mean, 1.3 ranks further down on average`. */
export function useMoverWords(result: MultiverseResult): (row: MultiverseRow) => string {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  return useMemo(
    () =>
      ({ mover }) => {
        if (mover === null) return t('multiverse.noMover');
        return t(mover.change < 0 ? 'multiverse.up' : 'multiverse.down', {
          part: t(`part.${mover.part}`),
          choice: choiceNames(result.choices, mover.part, names)[mover.choice] ?? '',
          ranks: formatScore(Math.abs(mover.change)),
        });
      },
    [result, names, t],
  );
}
