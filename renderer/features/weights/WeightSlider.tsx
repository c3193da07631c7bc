import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { BandHint } from './BandWords.tsx';
import { useBands } from './band-store.ts';
import { pointsOnScreen, useWeightPainter, weightOnScreen } from './live-weights.ts';
import { sharePastEnd } from './past-end.ts';
import { StabilityBand } from './StabilityBand.tsx';
import { useIsMoved } from './use-weights.ts';
import { useWeightDrag } from './weight-drag.ts';

interface WeightSliderProps {
  readonly node: NodeCode;
  /** Steps are in points of the index: those of the parent. */
  readonly parent: NodeCode;
  readonly label: string;
  /** Share in the baseline, or before the drag: a hairline where the handle is not there. */
  readonly ghost: number;
  /** Largest share that the node can take: locked siblings keep theirs. */
  readonly most: number;
  readonly disabled: boolean;
  readonly describedBy: string | undefined;
  /** False: it cannot be moved now. */
  readonly onBegin: () => boolean;
  /** `withModifier`: Alt is held, one sibling alone gives and takes. */
  readonly onMove: (share: number, withModifier: boolean) => void;
  /** Marks this node as the one from which its siblings take, or no longer. */
  readonly onMark: () => void;
  /** Always the same function. */
  readonly onCommit: () => void;
  readonly onCancel: () => void;
}

/** A pointer drag: the rail where it was when the drag began, so that no move has to measure it. */
interface Grip {
  readonly left: number;
  readonly width: number;
  /** Distance of the pointer from the middle of the handle. */
  readonly offset: number;
}

const STEP_POINTS = 0.5;
const BIG_STEP_POINTS = 5;
/** Keys pressed in quick succession are one act. */
const KEYS_SETTLE_MS = 600;

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/**
 * A slider for a share of the parent's weight. The mouse and the keyboard both begin, move and then commit once; Escape
 * takes it back.
 */
export function WeightSlider(props: WeightSliderProps) {
  const { node, parent, label, ghost, most, disabled, describedBy } = props;
  const { t } = useTranslation('weights');
  const rail = useRef<HTMLDivElement>(null);
  const filled = useRef<HTMLSpanElement>(null);
  const knob = useRef<HTMLSpanElement>(null);
  const place = useRef<HTMLSpanElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const grip = useRef<Grip | null>(null);
  const settle = useRef<ReturnType<typeof setTimeout> | null>(null);

  useWeightPainter(node, ({ share, printedPoints, printedShare }, isSpoken) => {
    if (filled.current === null || knob.current === null) return;
    if (place.current === null || handle.current === null) return;
    filled.current.style.backgroundSize = `${percent(share)} 100%`;
    knob.current.style.backgroundPositionX = percent(share);
    if (!isSpoken) return;
    // The knob is a background, which moves without the page being composed anew; what is pointed at follows at rest.
    const isHeld = grip.current !== null && useWeightDrag.getState().drag !== null;
    if (!isHeld) place.current.style.transform = `translateX(${percent(share)})`;
    handle.current.ariaValueNow = String(rounded(share * 100));
    handle.current.ariaValueText = t('sliderValue', { points: printedPoints, share: printedShare });
  });

  /** Where the slider is while it is pointed at or has the focus, and no button is down. */
  const [hinted, setHinted] = useState<DOMRect | null>(null);

  const { onCommit } = props;
  const commitKeys = useCallback(() => {
    if (settle.current === null) return;
    clearTimeout(settle.current);
    settle.current = null;
    onCommit();
  }, [onCommit]);
  // A row that goes away (its branch is closed) takes its keys along first.
  useEffect(() => commitKeys, [commitKeys]);

  function shareAt(clientX: number, { offset, left, width }: Grip): number {
    const at = (clientX - left - offset) / width;
    const parentPoints = pointsOnScreen(parent);
    if (parentPoints === 0) return Math.min(most, Math.max(0, at));
    const step = stepFor(parentPoints, width);
    const snapped = (Math.round((at * parentPoints) / step) * step) / parentPoints;
    return Math.min(most, Math.max(0, snapped));
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    handle.current?.focus();
    commitKeys();
    setHinted(null);
    event.preventDefault();
    if (!props.onBegin()) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (rail.current === null) return;
    const { left, width } = rail.current.getBoundingClientRect();
    const { share } = weightOnScreen(node) ?? { share: 0 };
    if (event.target === handle.current) {
      grip.current = { left, width, offset: event.clientX - (left + share * width) };
      return;
    }
    grip.current = { left, width, offset: 0 };
    props.onMove(shareAt(event.clientX, grip.current), event.altKey);
  }

  function onPointerMove(event: PointerEvent) {
    if (grip.current !== null) props.onMove(shareAt(event.clientX, grip.current), event.altKey);
  }

  function hint() {
    if (grip.current === null) setHinted(rail.current?.getBoundingClientRect() ?? null);
  }

  function onPointerUp() {
    if (grip.current === null) return;
    grip.current = null;
    props.onCommit();
  }

  function cancel() {
    grip.current = null;
    if (settle.current !== null) clearTimeout(settle.current);
    settle.current = null;
    props.onCancel();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      if (grip.current === null && settle.current === null) return;
      event.preventDefault();
      event.stopPropagation();
      return cancel();
    }
    if (event.key === 'Enter') return commitKeys();
    if (grip.current !== null || event.ctrlKey || event.metaKey) return;
    if (event.key === 't') return props.onMark();
    if (event.key === ',') return jump('low');
    if (event.key === '.') return jump('high');
    const share = weightOnScreen(node)?.share ?? 0;
    const target = shareAfterKey(event, share, most, pointsOnScreen(parent));
    if (target === null) return;
    event.preventDefault();
    moveByKey(target, event.altKey);
  }

  function moveByKey(target: number, withModifier: boolean) {
    if (!props.onBegin()) return;
    props.onMove(target, withModifier);
    if (settle.current !== null) clearTimeout(settle.current);
    settle.current = setTimeout(commitKeys, KEYS_SETTLE_MS);
  }

  /** To just past the next swap. */
  function jump(side: 'low' | 'high') {
    const answer = useBands.getState().answers.get(node);
    const target = answer === undefined ? null : sharePastEnd(answer, side);
    if (target !== null) moveByKey(target, false);
  }

  const latestJump = useRef(jump);
  useLayoutEffect(() => {
    latestJump.current = jump;
  });
  const onJump = useCallback((side: 'low' | 'high') => latestJump.current(side), []);

  return (
    <div
      className="weight-slider"
      data-disabled={disabled || undefined}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={cancel}
      onPointerEnter={hint}
      onPointerLeave={() => setHinted(null)}
    >
      <div className="weight-rail" ref={rail}>
        <span className="weight-rail-reach" style={{ width: percent(most) }} />
        <span className="weight-rail-filled" ref={filled} />
        <StabilityBand node={node} onJump={onJump} />
        <Ghost node={node} share={ghost} />
        <span className="weight-knob" ref={knob} />
        <span className="weight-handle-place" ref={place}>
          <div
            className="weight-handle"
            ref={handle}
            role="slider"
            tabIndex={0}
            aria-label={label}
            aria-valuemin={0}
            // Until it is painted, as are its place and its text.
            aria-valuenow={0}
            aria-valuemax={rounded(most * 100)}
            aria-disabled={disabled}
            aria-describedby={describedBy}
            onKeyDown={onKeyDown}
            onFocus={(event) => {
              if (event.currentTarget.matches(':focus-visible')) hint();
            }}
            onBlur={() => {
              setHinted(null);
              commitKeys();
            }}
          />
        </span>
      </div>
      {hinted !== null && <BandHint node={node} anchor={hinted} />}
    </div>
  );
}

function Ghost({ node, share }: { node: NodeCode; share: number }) {
  if (!useIsMoved(node, share)) return null;
  return <span className="weight-ghost" style={{ left: percent(share) }} />;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The mouse moves in half points where a pixel is worth more than a tenth of one, else in tenths. */
function stepFor(parentPoints: number, railWidth: number): number {
  return parentPoints / railWidth > 0.1 ? 0.5 : 0.1;
}

function shareAfterKey(
  { key, shiftKey }: KeyboardEvent,
  share: number,
  most: number,
  parentPoints: number,
): number | null {
  // Under a parent without points there is nothing to count in; then a step is one percent.
  const inShares = (points: number) => (parentPoints > 0 ? points / parentPoints : points / 50);
  const by = (points: number) => Math.min(most, Math.max(0, share + inShares(points)));
  const step = shiftKey ? BIG_STEP_POINTS : STEP_POINTS;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return by(step);
    case 'ArrowLeft':
    case 'ArrowDown':
      return by(-step);
    case 'PageUp':
      return by(BIG_STEP_POINTS);
    case 'PageDown':
      return by(-BIG_STEP_POINTS);
    case 'Home':
      return 0;
    case 'End':
      return most;
    default:
      return null;
  }
}
