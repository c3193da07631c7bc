import { Button } from '@blueprintjs/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrameworkNode } from '../../../shared/model/framework.ts';
import { useNames } from '../../i18n/use-names.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { selectNode } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { notifyError } from '../../ui/notify.ts';
import { Failed, Loading } from '../../ui/Placeholder.tsx';
import { includeNode } from '../scenarios/inclusion.ts';
import { useLiveBands } from './band-store.ts';
import { useLiveInfluence, useRowsShow } from './influence-store.ts';
import { InfluenceLegend } from './InfluenceLegend.tsx';
import { useOpenBranches } from './open-branches.ts';
import { useLockedNodes, useWeights, type Weights } from './use-weights.ts';
import { restoreSiblings, toggleLock, useWeightDrag, weightRule } from './weight-drag.ts';
import { WeightsToolbar } from './WeightsToolbar.tsx';
import { WeightRow } from './WeightRow.tsx';
import './weights.css';

/** The tree of weights with a slider for every node. */
export function WeightsPanel() {
  const weights = useWeights();
  const error = useScenarios((state) => state.error);
  if (error !== null) return <Failed error={error} />;
  return weights === null ? <Loading /> : <WeightTree weights={weights} />;
}

function WeightTree({ weights }: { weights: Weights }) {
  const { t } = useTranslation('weights');
  const index = useWorkbook((state) => state.index);
  useLiveBands();
  const [rowsShow] = useRowsShow();
  useLiveInfluence(rowsShow === 'influence');
  if (index === null) return null;
  return (
    <div className="panel">
      <WeightsToolbar />
      {rowsShow === 'influence' && <InfluenceLegend />}
      <div className="weights-header" aria-hidden="true">
        <span>{t('column.points')}</span>
        <span>{t('column.share')}</span>
      </div>
      <section className="panel-scroll weights" aria-label={t('tree')}>
        <Branch parent={index.root} depth={1} weights={weights} />
      </section>
    </div>
  );
}

interface BranchProps {
  readonly parent: FrameworkNode;
  readonly depth: number;
  readonly weights: Weights;
}

function Branch({ parent, depth, weights }: BranchProps) {
  const index = useWorkbook((state) => state.index);
  const children = index?.children.get(parent.code) ?? [];
  return (
    <ul className="weight-branch">
      {children.map((node) => (
        <Node key={node.code} node={node} parent={parent} depth={depth} weights={weights} />
      ))}
    </ul>
  );
}

function Node({ node, parent, depth, weights }: BranchProps & { node: FrameworkNode }) {
  const { t } = useTranslation(['weights', 'scenarios']);
  const nameOf = useNames();
  const index = useWorkbook((state) => state.index);
  const readOnly = useWorkbook((state) => state.info?.readOnly ?? null) !== null;
  const locked = useLockedNodes();
  const { isOpen, toggle } = useOpenBranches();
  const refused = useWeightDrag(({ refused }) =>
    refused?.node === node.code ? refused.error : null,
  );
  const committed = useScenarios((state) => state.weights);
  // The reach of a handle depends on the weights at rest and on the locks, not on the drag under way.
  const reach = useMemo(() => {
    const rule = weightRule(node.code, committed, locked);
    if (rule === null) return { most: 0, disabled: null };
    const total = rule.start.reduce((sum, { weight }) => sum + weight, 0);
    return { most: total > 0 ? rule.rule.most / total : 1, disabled: rule.rule.disabled };
  }, [node.code, committed, locked]);
  const restore = useCallback(() => {
    restoreSiblings(parent.code).catch(notifyError);
  }, [parent.code]);

  const leftOutItself = useScenarios(
    (state) => state.resolved?.excludedNodes.includes(node.code) === true,
  );
  const ghost = weights.ghost.get(node.code);
  if (ghost === undefined || !weights.resting.has(node.code)) {
    return (
      <li className="weight-left-out">
        <s>{nameOf(node.name)}</s> <span className="muted">{t('excluded')}</span>
        {leftOutItself && (
          <Button
            size="small"
            variant="minimal"
            text={t('takeIn')}
            aria-label={t('scenarios:inclusion.takeIn', { name: nameOf(node.name) })}
            disabled={readOnly}
            onClick={() => {
              includeNode(node.code, true).catch(notifyError);
            }}
          />
        )}
      </li>
    );
  }
  const isBranch = (index?.children.get(node.code) ?? []).length > 0;
  const open = isOpen(node.code);
  return (
    <li>
      <WeightRow
        node={node.code}
        parent={parent.code}
        name={nameOf(node.name)}
        depth={depth}
        dimension={index?.dimensionOf.get(node.code) ?? -1}
        ghostShare={ghost.share}
        ghostPoints={ghost.printedPoints}
        most={reach.most}
        disabled={readOnly ? 'readOnly' : reach.disabled}
        locked={locked.has(node.code)}
        expanded={isBranch ? open : null}
        refused={refused}
        onToggle={toggle}
        onLock={toggleLock}
        onRestore={restore}
        onSelect={selectNode}
      />
      {isBranch && open && <Branch parent={node} depth={depth + 1} weights={weights} />}
    </li>
  );
}
