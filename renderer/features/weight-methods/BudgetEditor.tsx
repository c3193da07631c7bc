import { Button } from '@blueprintjs/core';
import { Cross, Plus } from '@blueprintjs/icons';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatPoints } from '../../../shared/text/numbers.ts';
import { BUDGET, type Judgments } from './judgments.ts';

interface BudgetEditorProps {
  readonly nodes: readonly NodeCode[];
  readonly names: Names;
  readonly judgments: Judgments;
  readonly onChange: (judgments: Judgments) => void;
}

type Judge = Judgments['judges'][number];

/** Points that several judges give, 100 each. */
export function BudgetEditor({ nodes, names, judgments, onChange }: BudgetEditorProps) {
  const { t } = useTranslation('weightMethods');
  const { judges } = judgments;
  const replace = (at: number, judge: Judge) =>
    onChange({ ...judgments, judges: judges.with(at, judge) });
  const add = () => {
    const judge = t('budget.newJudge', { number: judges.length + 1 });
    onChange({ ...judgments, judges: [...judges, { judge, points: {} }] });
  };
  return (
    <>
      <p className="muted">{t('budget.hint', { budget: BUDGET })}</p>
      <div className="proposals-scroll">
        <table className="pairwise-matrix">
          <thead>
            <tr>
              <th scope="col">{t('budget.judge')}</th>
              {nodes.map((node) => (
                <th key={node} scope="col">
                  {names.node(node)}
                </th>
              ))}
              <th scope="col">{t('budget.left')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('budget.removal')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {judges.map((judge, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- a judge has no name of its own while it is typed
              <tr key={at}>
                <td>
                  <input
                    className="judge-name"
                    aria-label={t('budget.judgeName', { number: at + 1 })}
                    maxLength={200}
                    value={judge.judge}
                    onChange={(event) =>
                      replace(at, { ...judge, judge: event.currentTarget.value })
                    }
                  />
                </td>
                {nodes.map((node) => (
                  <td key={node}>
                    <input
                      className="points-field"
                      type="number"
                      min={0}
                      max={BUDGET}
                      step="any"
                      aria-label={t('budget.points', {
                        judge: judge.judge,
                        node: names.node(node),
                      })}
                      value={judge.points[node] ?? ''}
                      onChange={(event) => {
                        const value = event.currentTarget.valueAsNumber;
                        if (value >= 0 && value <= BUDGET) {
                          replace(at, { ...judge, points: { ...judge.points, [node]: value } });
                        }
                      }}
                    />
                  </td>
                ))}
                <td className="number">{formatPoints(leftOf(judge, nodes))}</td>
                <td>
                  <Button
                    size="small"
                    variant="minimal"
                    icon={<Cross size={12} />}
                    aria-label={t('budget.remove', { judge: judge.judge })}
                    onClick={() => onChange({ ...judgments, judges: judges.toSpliced(at, 1) })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button size="small" icon={<Plus size={12} />} text={t('budget.add')} onClick={add} />
    </>
  );
}

function leftOf({ points }: Judge, nodes: readonly NodeCode[]): number {
  return nodes.reduce((left, node) => left - (points[node] ?? 0), BUDGET);
}
