import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { HintCard } from '../../ui/HintCard.tsx';
import { useBands } from './band-store.ts';
import { useBandWords } from './use-band-words.ts';

/** For the description of a slider: what its band says. */
export const BandDescription = memo(function BandDescription({
  id,
  node,
}: {
  id: string;
  node: NodeCode;
}) {
  const words = useBandWords(node);
  return (
    <p id={id} className="visually-hidden">
      {words !== null && `${words.span} ${words.low} ${words.high}`}
    </p>
  );
});

/** The same on the screen, beside the slider that is pointed at or has the focus. */
export function BandHint({ node, anchor }: { node: NodeCode; anchor: DOMRect }) {
  const { t } = useTranslation('weights');
  const words = useBandWords(node);
  const canJump = useBands((state) => {
    const answer = state.answers.get(node);
    return answer?.fixed === null && (answer.low.event !== null || answer.high.event !== null);
  });
  if (words === null) return null;
  return (
    <HintCard anchor={anchor}>
      <strong>{words.span}</strong>
      <div>{words.low}</div>
      <div>{words.high}</div>
      {canJump && <div className="muted">{t('band.keys')}</div>}
    </HintCard>
  );
}
