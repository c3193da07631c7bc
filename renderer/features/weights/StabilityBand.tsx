import { type CSSProperties, memo, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { StabilityAnswer } from '../../../shared/model/weight-analysis.ts';
import { useBands } from './band-store.ts';
import { useBandWords } from './use-band-words.ts';

interface StabilityBandProps {
  readonly node: NodeCode;
  readonly onJump: (side: 'low' | 'high') => void;
}

const percent = (share: number) => `${(share * 100).toFixed(4)}%`;
/** However narrow, it is seen. */
const bandImage = (from: string, to: string) =>
  `linear-gradient(to right, transparent 0 ${from}, var(--weight-band) ${from} max(${to}, ${from} + 2px), transparent 0)`;
/** A background stands with its own share at the share of its box that is asked for: this puts its middle there. */
const tickPlace = (share: number) =>
  `calc(${percent(share)} + ${(share - 0.5).toFixed(4)} * var(--weight-tick-width)) 0`;
const tickImage = ({ event }: StabilityAnswer['low']) =>
  event === null ? 'none' : 'var(--weight-tick)';

/**
 * Bands follow a drag several times a second: as backgrounds band and ticks are painted without the page being laid out or
 * composed anew.
 */
function bandStyle({ low, high }: StabilityAnswer): CSSProperties {
  const band = bandImage(percent(low.share), percent(high.share));
  return {
    backgroundImage: `${tickImage(low)}, ${tickImage(high)}, ${band}`,
    backgroundPosition: `${tickPlace(low.share)}, ${tickPlace(high.share)}, 0 50%`,
  };
}

/** The press must not also begin a drag of the slider behind. */
const keepToItself = (event: PointerEvent) => event.stopPropagation();

/**
 * The span of a track in which the statement about the ranking holds, and a tick at each end where it stops to. What can be
 * pressed at a tick follows a drag at its pauses, with the words.
 */
export function StabilityBand({ node, onJump }: StabilityBandProps) {
  const answer = useBands((state) => state.answers.get(node));
  const said = useBands((state) => state.said.get(node));
  if (answer === undefined || answer.fixed !== null) return null;
  const { low, high } = answer;
  return (
    <>
      <span
        className="weight-band"
        data-low={low.share}
        data-high={high.share}
        style={bandStyle(answer)}
      />
      {said !== undefined &&
        SIDES.map(
          (side) =>
            said[side].event !== null && (
              <span
                key={side}
                className="weight-tick-place"
                style={{ transform: `translateX(${percent(said[side].share)})` }}
              >
                <Tick node={node} side={side} onJump={onJump} />
              </span>
            ),
        )}
    </>
  );
}

const SIDES = ['low', 'high'] as const;

/** Not rendered anew where only the band follows the hand. */
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
