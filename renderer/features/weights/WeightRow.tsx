import { Button } from '@blueprintjs/core';
import {
  CaretDown,
  CaretRight,
  Calculator,
  Lock,
  SwapHorizontal,
  Unlock,
} from '@blueprintjs/icons';
import { memo, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { WeightDrag } from '../../../shared/weights/rebalance.ts';
import { proposeWeightsFor } from '../weight-methods/methods-dialog-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { Swatch } from '../../ui/Swatch.tsx';
import { writeText } from '../../ui/write-text.ts';
import { BandDescription } from './BandWords.tsx';
import { useRowsShow } from './influence-store.ts';
import { InfluenceBars } from './InfluenceBars.tsx';
import { pointsOnScreen, useWeightText } from './live-weights.ts';
import { useIsGiver, useIsMoved } from './use-weights.ts';
import { PointsField } from './PointsField.tsx';
import {
  beginDrag,
  cancelDrag,
  commitDrag,
  dismissRefusal,
  dragTo,
  toggleGiver,
} from './weight-drag.ts';
import { WeightSlider } from './WeightSlider.tsx';

interface WeightRowProps {
  readonly node: NodeCode;
  readonly parent: NodeCode;
  readonly name: string;
  /** 1 for a dimension. */
  readonly depth: number;
  readonly dimension: number;
  /** Share and points in the baseline, or before the drag; shown where the share is another one. */
  readonly ghostShare: number;
  readonly ghostPoints: string;
  /** Largest share that the node can take. */
  readonly most: number;
  readonly disabled: WeightDrag['disabled'] | 'readOnly';
  readonly locked: boolean;
  /** null: an indicator. */
  readonly expanded: boolean | null;
  readonly refused: unknown;
  readonly onToggle: (node: NodeCode) => void;
  readonly onLock: (node: NodeCode) => void;
  readonly onRestore: (node: NodeCode) => void;
  readonly onSelect: (node: NodeCode) => void;
}

const commit = () => void commitDrag();

/** One node of the tree: name, lock, points, share, and the slider below. It is not rendered anew while it is dragged. */
export const WeightRow = memo(function WeightRow(props: WeightRowProps) {
  const { node, parent, name, depth, dimension, disabled, locked, expanded } = props;
  const { t } = useTranslation('weights');
  const { t: methods } = useTranslation('weightMethods');
  const [rowsShow] = useRowsShow();
  const [problem, setProblem] = useState<string | null>(null);
  const words = useMemo(
    () => ({
      expand: t('expand', { node: name }),
      collapse: t('collapse', { node: name }),
      pointsField: t('pointsField', { node: name }),
      slider: t('slider', { node: name }),
      lock: t('lock', { node: name }),
      unlock: t('unlock', { node: name }),
      markGiver: t('giver.mark', { node: name }),
      unmarkGiver: t('giver.unmark', { node: name }),
      propose: methods('open', { node: name }),
    }),
    [t, methods, name],
  );
  const remarkId = useId();
  const bandId = useId();
  const isGiver = useIsGiver(node);
  const remark = problem ?? (disabled === null ? null : t(`disabled.${disabled}`));
  const [asked, setAsked] = useState(false);
  const showRemark = problem !== null || (asked && disabled !== null);

  function begin(): boolean {
    setProblem(null);
    const begun = disabled === null && beginDrag(node);
    setAsked(!begun);
    return begun;
  }

  function enter(points: number): void {
    if (!begin()) return;
    const parentPoints = pointsOnScreen(parent);
    dragTo(parentPoints > 0 ? points / parentPoints : 0);
    commit();
  }

  return (
    <div className="weight-row" data-depth={Math.min(depth, 3)} data-node={node}>
      {expanded === null ? (
        <span className="weight-caret" />
      ) : (
        <button
          type="button"
          className="weight-caret"
          aria-expanded={expanded}
          aria-label={expanded ? words.collapse : words.expand}
          onClick={() => props.onToggle(node)}
        >
          {expanded ? <CaretDown size={14} /> : <CaretRight size={14} />}
        </button>
      )}
      <button type="button" className="weight-name" onClick={() => props.onSelect(node)}>
        {depth === 1 && <Swatch dimension={dimension} />}
        <span>{name}</span>
      </button>
      {expanded !== null && (
        <button
          type="button"
          className="weight-propose"
          aria-label={words.propose}
          title={words.propose}
          onClick={() => proposeWeightsFor(node)}
        >
          <Calculator size={12} />
        </button>
      )}
      <PointsBefore
        node={node}
        share={props.ghostShare}
        points={props.ghostPoints}
        onRestore={props.onRestore}
      />
      <div className="weight-figures">
        <div>
          <PointsField
            node={node}
            parent={parent}
            label={words.pointsField}
            mostShare={props.most}
            disabled={disabled !== null}
            describedBy={showRemark ? remarkId : undefined}
            onProblem={setProblem}
            onEnter={enter}
          />
          <Share node={node} />
        </div>
      </div>
      {rowsShow === 'influence' ? (
        <InfluenceBars node={node} name={name} />
      ) : (
        <>
          <button
            type="button"
            className="weight-giver"
            aria-pressed={isGiver}
            aria-label={isGiver ? words.unmarkGiver : words.markGiver}
            title={isGiver ? words.unmarkGiver : words.markGiver}
            disabled={locked || disabled !== null}
            onClick={() => toggleGiver(node)}
          >
            <SwapHorizontal size={12} />
          </button>
          <WeightSlider
            node={node}
            parent={parent}
            label={words.slider}
            ghost={props.ghostShare}
            most={props.most}
            disabled={disabled !== null}
            describedBy={disabled === null ? bandId : `${remarkId} ${bandId}`}
            onBegin={begin}
            onMove={dragTo}
            onMark={() => toggleGiver(node)}
            onCommit={commit}
            onCancel={cancelDrag}
          />
        </>
      )}
      <LockButton
        node={node}
        locked={locked}
        label={locked ? words.unlock : words.lock}
        onLock={props.onLock}
      />
      <BandDescription id={bandId} node={node} />
      {remark !== null && (
        <p id={remarkId} className={showRemark ? 'weight-remark' : 'visually-hidden'}>
          {remark}
        </p>
      )}
      <ControlError error={props.refused} onDismiss={dismissRefusal} />
    </div>
  );
});

interface PointsBeforeProps extends Pick<WeightRowProps, 'node' | 'onRestore'> {
  readonly share: number;
  readonly points: string;
}

/** Pressed, it brings them back. */
function PointsBefore({ node, share, points, onRestore }: PointsBeforeProps) {
  const { t } = useTranslation('weights');
  if (!useIsMoved(node, share)) return null;
  return (
    <button
      type="button"
      className="weight-before"
      title={t('restoreGroup')}
      aria-label={t('before', { points })}
      onClick={() => onRestore(node)}
    >
      ({points})
    </button>
  );
}

/** Whole percent of the parent. */
function Share({ node }: { node: NodeCode }) {
  const text = useRef<HTMLSpanElement>(null);
  useWeightText(node, ({ printedShare }) => writeText(text.current, printedShare));
  return <span className="weight-share" ref={text} />;
}

interface LockButtonProps extends Pick<WeightRowProps, 'node' | 'locked' | 'onLock'> {
  readonly label: string;
}

const LockButton = memo(function LockButton({ node, locked, label, onLock }: LockButtonProps) {
  return (
    <Button
      className="weight-lock"
      variant="minimal"
      size="small"
      icon={locked ? <Lock size={12} /> : <Unlock size={12} />}
      aria-pressed={locked}
      aria-label={label}
      title={label}
      onClick={() => onLock(node)}
    />
  );
});
