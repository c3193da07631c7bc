import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrameworkIndex } from '../../../shared/model/framework-index.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { WeightsAsked } from '../../../shared/model/weight-analysis.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import type { SiblingWeight } from '../../../shared/weights/rebalance.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useMemory } from '../../stores/use-memory.ts';
import { changeWorkbook, useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { CopyTable } from '../../ui/CopyTable.tsx';
import type { DataTable } from '../../ui/data-table.ts';
import { useLockedNodes } from '../weights/use-weights.ts';
import { JudgmentEditors } from './JudgmentEditors.tsx';
import {
  askedBy,
  type JudgedMethod,
  type Judgments,
  JudgmentsByParent,
  type MethodId,
  METHODS,
  NO_JUDGMENTS,
} from './judgments.ts';
import { closeMethodsDialog, proposeWeightsFor, useMethodsDialog } from './methods-dialog-store.ts';
import { printed, ProposalTable } from './ProposalTable.tsx';
import { type Group, useProposals } from './use-proposals.ts';
import { Select } from '../../ui/Select.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import './weight-methods.css';

/** Weights of one parent's children by several methods, side by side, to accept one. */
export function WeightMethodsDialog() {
  const { t } = useTranslation('weightMethods');
  const parent = useMethodsDialog((state) => state.parent);
  const index = useWorkbook((state) => state.index);
  return (
    <Dialog
      isOpen={parent !== null}
      onClose={closeMethodsDialog}
      title={t('title')}
      className="weight-methods"
    >
      {parent !== null && index !== null && <Methods parent={parent} index={index} />}
    </Dialog>
  );
}

const NOTHING_JUDGED: JudgmentsByParent = {};

function Methods({ parent, index }: { parent: NodeCode; index: FrameworkIndex }) {
  const { t } = useTranslation('weightMethods');
  const names = useWorkbookNames();
  const readOnly = useWorkbook((state) => state.info?.readOnly ?? null) !== null;
  const scenario = useSelection((state) => state.scenario);
  const group = useGroup(parent, index);
  const [allJudgments, keep] = useMemory('weights.judgments', JudgmentsByParent, NOTHING_JUDGED);
  const judgments = allJudgments[parent] ?? NO_JUDGMENTS;
  const [edited, setEdited] = useState<JudgedMethod>('pairwise');
  const [error, setError] = useState<unknown>(null);

  const asked = useMemo(() => {
    const nodes = group.scored.map(({ node }) => node);
    return new Map(
      METHODS.flatMap((method): [MethodId, WeightsAsked][] => {
        const each = askedBy(method, judgments, nodes);
        return each === null ? [] : [[method, each]];
      }),
    );
  }, [group, judgments]);
  const proposals = useProposals(group, asked);
  const pairwise = proposals.get('pairwise');

  function judge(next: Judgments): void {
    keep({ ...allJudgments, [parent]: next });
  }

  function accept(weights: readonly SiblingWeight[]): void {
    setError(null);
    changeWorkbook('scenarios.setWeights', {
      scenario,
      siblings: [{ parent, weights: [...weights, ...group.leftOut] }],
    }).then(closeMethodsDialog, setError);
  }

  function asTable(): DataTable {
    const columns = METHODS.flatMap((method) => {
      const proposal = proposals.get(method);
      return proposal?.kind === 'answered' && proposal.weights !== null
        ? [{ title: t(`method.${method}`), shares: printed(proposal.weights) }]
        : [];
    });
    const present = printed(group.scored);
    return {
      columns: [t('node'), t('present'), ...columns.map(({ title }) => title)],
      rows: group.scored.map(({ node }, row) => [
        names.node(node),
        present[row] ?? null,
        ...columns.map(({ shares }) => shares[row] ?? null),
      ]),
    };
  }

  const parents = [...index.children]
    .filter(([, children]) => children.length > 1)
    .map(([code]) => code);
  return (
    <div className="weight-methods-body">
      <div className="weight-methods-head">
        <label>
          {t('of')}{' '}
          <Select
            value={parent}
            options={parents.map((code) => ({ value: code, label: names.node(code) }))}
            onChange={(event) => {
              const chosen = parents.find((code) => code === event.currentTarget.value);
              if (chosen !== undefined) proposeWeightsFor(chosen);
            }}
          />
        </label>
        <span className="muted">{t('hint')}</span>
        <CopyTable table={asTable} />
      </div>
      <ControlError error={error} onDismiss={() => setError(null)} />
      <ProposalTable
        group={group}
        proposals={proposals}
        asked={new Set(asked.keys())}
        names={names}
        readOnly={readOnly}
        onJudge={setEdited}
        onAccept={accept}
      />
      <JudgmentEditors
        method={edited}
        present={group.scored}
        names={names}
        judgments={judgments}
        consistency={pairwise?.kind === 'answered' ? pairwise.answer.consistency : null}
        onMethod={setEdited}
        onChange={judge}
      />
    </div>
  );
}

function useGroup(parent: NodeCode, index: FrameworkIndex): Group {
  const weights = useScenarios((state) => state.weights);
  const resolved = useScenarios((state) => state.resolved);
  const locked = useLockedNodes();
  return useMemo(() => {
    const excluded = new Set(resolved?.excludedNodes);
    const siblings = (index.children.get(parent) ?? []).map(({ code }) => ({
      node: code,
      weight: weights.get(code) ?? 0,
    }));
    return {
      parent,
      scored: siblings.filter(({ node }) => !excluded.has(node)),
      leftOut: siblings.filter(({ node }) => excluded.has(node)),
      locked,
    };
  }, [parent, index, weights, resolved, locked]);
}
