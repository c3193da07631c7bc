import { memo, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { useBands } from './band-store.ts';
import { useBandWords } from './use-band-words.ts';

interface StabilityBandProps {
  readonly node: NodeCode;
  readonly onJump: (side: 'low' | 'high') => void;
}

const percent = (share: number) => `${(share * 100).toFixed(4)}%`;
/**
 * Bands follow a drag several times a second: a background and a transform are painted without being laid out. However
 * narrow, it is seen.
 */
const bandImage = (from: string, to: string) =>
  `linear-gradient(to right, transparent 0 ${from}, var(--weight-band) ${from} max(${to}, ${from} + 2px), transparent 0)`;
/** The press must not also begin a drag of the slider behind. */
const keepToItself = (event: PointerEvent) => event.stopPropagation();

/** The span of a track in which the statement about the ranking holds, and a tick at each end where it stops to. */
export function StabilityBand({ node, onJump }: StabilityBandProps) {
  const answer = useBands((state) => state.answers.get(node));
  if (answer === undefined || answer.fixed !== null) return null;
  const { low, high } = answer;
  return (
    <>
      <span
        className="weight-band"
        data-low={low.share}
        data-high={high.share}
        style={{ backgroundImage: bandImage(percent(low.share), percent(high.share)) }}
      />
      {low.event !== null && (
        <span
          className="weight-tick-place"
          style={{ transform: `translateX(${percent(low.share)})` }}
        >
          <Tick node={node} side="low" onJump={onJump} />
        </span>
      )}
      {high.event !== null && (
        <span
          className="weight-tick-place"
          style={{ transform: `translateX(${percent(high.share)})` }}
        >
          <Tick node={node} side="high" onJump={onJump} />
        </span>
      )}
    </>
  );
}

/** Apart from its place, which follows the hand. */
const Tick = memo(function Tick({
  node,
  side,
  onJump,
}: StabilityBandProps & { side: 'low' | 'high' }) {
  const { t } = useTranslation('weights');
  const words = useBandWords(node);
  return (
    <button
      type="button"
      className="weight-tick"
      data-side={side}
      // The keyboard jumps from the handle, with a comma and a full stop.
      tabIndex={-1}
      aria-label={t('band.jump', { what: words?.[side] ?? '' })}
      onPointerDown={keepToItself}
      onClick={() => onJump(side)}
    />
  );
});
