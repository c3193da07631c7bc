import { Tab, Tabs } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { WeightsProposal } from '../../../shared/model/weight-analysis.ts';
import type { Names } from '../../../shared/text/names.ts';
import type { SiblingWeight } from '../../../shared/weights/rebalance.ts';
import { BudgetEditor } from './BudgetEditor.tsx';
import { JUDGED, type JudgedMethod, type Judgments, ranksByWeight } from './judgments.ts';
import { NumberList } from './NumberList.tsx';
import { PairwiseEditor } from './PairwiseEditor.tsx';
import { RanksEditor } from './RanksEditor.tsx';

interface JudgmentEditorsProps {
  readonly method: JudgedMethod;
  readonly present: readonly SiblingWeight[];
  readonly names: Names;
  readonly judgments: Judgments;
  readonly consistency: WeightsProposal['consistency'];
  readonly onMethod: (method: JudgedMethod) => void;
  readonly onChange: (judgments: Judgments) => void;
}

/** What the methods ask of the analyst: an order, comparisons, ratings, points. */
export function JudgmentEditors(props: JudgmentEditorsProps) {
  const { t } = useTranslation('weightMethods');
  return (
    <Tabs
      id="weight-judgments"
      className="judgments"
      selectedTabId={props.method}
      renderActiveTabPanelOnly
      onChange={(id) => {
        const method = JUDGED.find((each) => each === id);
        if (method !== undefined) props.onMethod(method);
      }}
    >
      {JUDGED.map((method) => (
        <Tab
          key={method}
          id={method}
          title={t(`method.${method}`)}
          panel={<Editor {...props} method={method} />}
        />
      ))}
    </Tabs>
  );
}

function Editor({
  method,
  present,
  names,
  judgments,
  consistency,
  onChange,
}: JudgmentEditorsProps) {
  const { t } = useTranslation('weightMethods');
  const nodes = present.map(({ node }) => node);
  switch (method) {
    case 'rank-order-centroid':
      return (
        <RanksEditor
          ordered={orderedBy(present, judgments)}
          names={names}
          onOrder={(ordered) =>
            onChange({
              ...judgments,
              ranks: {
                ...judgments.ranks,
                ...Object.fromEntries(ordered.map((node, at) => [node, at + 1])),
              },
            })
          }
        />
      );
    case 'pairwise':
      return (
        <PairwiseEditor
          nodes={nodes}
          names={names}
          judgments={judgments}
          consistency={consistency}
          onChange={onChange}
        />
      );
    case 'swing':
      return (
        <>
          <p className="muted">{t('swing.hint')}</p>
          <NumberList
            nodes={nodes}
            names={names}
            values={judgments.ratings}
            least={0}
            most={100}
            labelOf={(node) => t('swing.rating', { node })}
            onChange={(node, value) =>
              onChange({ ...judgments, ratings: { ...judgments.ratings, [node]: value } })
            }
          />
        </>
      );
    case 'budget':
      return <BudgetEditor nodes={nodes} names={names} judgments={judgments} onChange={onChange} />;
  }
}

/** By the ranks given; before any are, by the present weights. */
function orderedBy(present: readonly SiblingWeight[], { ranks }: Judgments): NodeCode[] {
  const byWeight = ranksByWeight(present.map(({ weight }) => weight));
  return present
    .map(({ node }, at) => ({ node, at, rank: ranks[node] ?? byWeight[at] ?? 0 }))
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .map(({ node }) => node);
}
