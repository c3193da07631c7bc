import { useTranslation } from 'react-i18next';
import { formatSharePercent } from '../../../shared/text/numbers.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { CopyTable } from '../../ui/CopyTable.tsx';
import { useInfluence } from './influence-store.ts';

/** What the three bars are, in words, and which dimension departs most from what was declared. */
export function InfluenceLegend() {
  const { t } = useTranslation('weights');
  const names = useWorkbookNames();
  const index = useWorkbook((state) => state.index);
  const answers = useInfluence((state) => state.answers);
  const error = useInfluence((state) => state.error);
  const dimensions = (index?.children.get(index.root.code) ?? []).flatMap(({ code }) => {
    const answer = answers.get(code);
    return answer?.influence === null || answer === undefined
      ? []
      : [{ code, effective: answer.effective, influence: answer.influence }];
  });
  const furthest = dimensions.toSorted(
    (one, other) =>
      Math.abs(other.influence - other.effective) - Math.abs(one.influence - one.effective),
  )[0];
  return (
    <div className="influence-legend">
      <ul>
        {(['declared', 'effective', 'influence'] as const).map((measure) => (
          <li key={measure} className="influence-line" data-measure={measure}>
            <span className="influence-bar" />
            {t(`influence.${measure}`)}
          </li>
        ))}
      </ul>
      <CopyTable
        table={() => ({
          columns: [
            t('tree'),
            t('influence.declared'),
            t('influence.effective'),
            t('influence.influence'),
          ],
          rows: [...answers.values()].map(({ node, declared, effective, influence }) => [
            names.node(node),
            declared,
            effective,
            influence,
          ]),
        })}
      />
      <p>
        {furthest === undefined
          ? t('influence.none')
          : t('influence.furthest', {
              node: names.node(furthest.code),
              effective: formatSharePercent(furthest.effective),
              influence: formatSharePercent(furthest.influence),
            })}
      </p>
      <ControlError error={error} />
    </div>
  );
}
