import { Button } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { WeightsProposal } from '../../../shared/model/weight-analysis.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatRatio } from '../../../shared/text/numbers.ts';
import { comparisonOf, type Judgments, withComparison } from './judgments.ts';
import { comparisonText, SCALE } from './comparison-scale.ts';
import { Select } from '../../ui/Select.tsx';

interface PairwiseEditorProps {
  readonly nodes: readonly NodeCode[];
  readonly names: Names;
  readonly judgments: Judgments;
  readonly consistency: WeightsProposal['consistency'];
  readonly onChange: (judgments: Judgments) => void;
}

/** Saaty's limit: judgments with a higher ratio ought to be looked at again. */
const ACCEPTABLE_RATIO = 0.1;

/** The matrix of pairwise comparisons: the upper half is judged, the lower half follows. */
export function PairwiseEditor(props: PairwiseEditorProps) {
  const { nodes, names, judgments, consistency, onChange } = props;
  const { t } = useTranslation('weightMethods');
  const revisit = consistency?.revisit ?? null;
  const isInconsistent = (consistency?.ratio ?? 0) > ACCEPTABLE_RATIO;
  const isRevisited = (row: NodeCode, column: NodeCode) =>
    isInconsistent &&
    revisit !== null &&
    ((revisit.row === row && revisit.column === column) ||
      (revisit.row === column && revisit.column === row));
  return (
    <div className="pairwise">
      <p className="muted">{t('pairwise.hint')}</p>
      <div className="proposals-scroll">
        <table className="pairwise-matrix">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('node')}</span>
              </th>
              {nodes.map((node) => (
                <th key={node} scope="col">
                  {names.node(node)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {nodes.map((row, at) => (
              <tr key={row}>
                <th scope="row">{names.node(row)}</th>
                {nodes.map((column, across) => {
                  const value = comparisonOf(judgments, row, column);
                  if (across <= at) {
                    return (
                      <td key={column} className="muted number">
                        {comparisonText(value)}
                      </td>
                    );
                  }
                  return (
                    <td key={column} data-revisit={isRevisited(row, column) || undefined}>
                      <Select
                        minimal
                        aria-label={t('pairwise.compare', {
                          row: names.node(row),
                          column: names.node(column),
                        })}
                        value={String(value)}
                        options={optionsWith(value).map((each) => ({
                          value: String(each),
                          label: comparisonText(each),
                        }))}
                        onChange={(event) =>
                          onChange(
                            withComparison(
                              judgments,
                              row,
                              column,
                              Number(event.currentTarget.value),
                            ),
                          )
                        }
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div
        aria-live="polite"
        className="pairwise-consistency"
        data-bad={isInconsistent || undefined}
      >
        {consistency === null && t('pairwise.start')}
        {consistency !== null && consistency.ratio === null && t('pairwise.noRatio')}
        {consistency !== null &&
          consistency.ratio !== null &&
          t(isInconsistent ? 'pairwise.inconsistent' : 'pairwise.consistent', {
            ratio: formatRatio(consistency.ratio),
          })}
        {isInconsistent && revisit !== null && (
          <>
            {' '}
            {t('pairwise.revisit', {
              row: names.node(revisit.row),
              column: names.node(revisit.column),
              found: comparisonText(revisit.found),
              consistent: comparisonText(revisit.consistent),
              ratio: formatRatio(revisit.ratioThen ?? Number.NaN),
            })}{' '}
            <Button
              size="small"
              text={t('pairwise.take', { value: comparisonText(revisit.consistent) })}
              onClick={() =>
                onChange(withComparison(judgments, revisit.row, revisit.column, revisit.consistent))
              }
            />
          </>
        )}
      </div>
    </div>
  );
}

/** The scale, and the value in force when it lies between its steps. */
function optionsWith(value: number): readonly number[] {
  return SCALE.includes(value) ? SCALE : [...SCALE, value].sort((a, b) => b - a);
}
