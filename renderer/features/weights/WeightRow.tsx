import { Button } from '@blueprintjs/core';
import {
  CaretDown,
  CaretRight,
  Calculator,
  Lock,
  SwapHorizontal,
  Unlock,
} from '@blueprintjs/icons';
import { memo, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { WeightDrag } from '../../../shared/weights/rebalance.ts';
import { proposeWeightsFor } from '../weight-methods/methods-dialog-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { Swatch } from '../../ui/Swatch.tsx';
import { BandDescription } from './BandWords.tsx';
import { useRowsShow } from './influence-store.ts';
import { InfluenceBars } from './InfluenceBars.tsx';
import { useIsGiver } from './use-weights.ts';
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
  readonly name: string;
  /** 1 for a dimension. */
  readonly depth: number;
  readonly dimension: number;
  readonly points: number;
  readonly share: number;
  readonly printedPoints: string;
  readonly printedShare: string;
  readonly ghostShare: number;
  /** Points in the baseline, where the share is another one; else null. */
  readonly before: string | null;
  readonly parentPoints: number;
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

/** One node of the tree: name, lock, points, share, and the slider below. */
export const WeightRow = memo(function WeightRow(props: WeightRowProps) {
  const { node, name, depth, dimension, disabled, locked, expanded, before } = props;
  const { t } = useTranslation('weights');
  const { t: methods } = useTranslation('weightMethods');
  const [rowsShow] = useRowsShow();
  const [problem, setProblem] = useState<string | null>(null);
  // A drag changes the numbers of a row in every frame, but not what its controls are called.
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
      restoreGroup: t('restoreGroup'),
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
    dragTo(props.parentPoints > 0 ? points / props.parentPoints : 0);
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
      {before !== null && (
        <button
          type="button"
          className="weight-before"
          title={words.restoreGroup}
          aria-label={t('before', { points: before })}
          onClick={() => props.onRestore(node)}
        >
          ({before})
        </button>
      )}
      <PointsField
        label={words.pointsField}
        printed={props.printedPoints}
        points={props.points}
        most={props.most * props.parentPoints}
        disabled={disabled !== null}
        describedBy={showRemark ? remarkId : undefined}
        onProblem={setProblem}
        onEnter={enter}
      />
      <span className="weight-share">{props.printedShare}</span>
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
            label={words.slider}
            valueText={t('sliderValue', { points: props.printedPoints, share: props.printedShare })}
            share={props.share}
            ghost={props.ghostShare}
            most={props.most}
            parentPoints={props.parentPoints}
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
