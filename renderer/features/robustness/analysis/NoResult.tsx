import { useTranslation } from 'react-i18next';
import { Placeholder } from '../../../ui/Placeholder.tsx';
import { useRankedCount } from '../use-ranked-count.ts';

/** Where a result will stand: why there can be none, or what it will show and what to do for it. */
export function NoResult({ title, children }: { title: string; children: string }) {
  const { t } = useTranslation('robustness');
  const rankedCount = useRankedCount();
  return (
    <Placeholder title={title}>
      <p>{rankedCount === 0 ? t('noRanked') : children}</p>
    </Placeholder>
  );
}
