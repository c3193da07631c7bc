import { ButtonGroup } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import { formatSharePercent } from '../../../shared/text/numbers.ts';
import { useChartColours } from '../../charts/colours.ts';
import { PictureMenu } from '../../charts/PictureMenu.tsx';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { CopyTable } from '../../ui/CopyTable.tsx';
import { influencePicture, MEASURES } from './influence-picture.ts';
import { useInfluence } from './influence-store.ts';

/** What the three bars are, in words, and which dimension departs most from what was declared. */
export function InfluenceLegend() {
  const { t } = useTranslation('weights');
  const names = useWorkbookNames();
  const index = useWorkbook((state) => state.index);
  const colours = useChartColours();
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
        {MEASURES.map((measure) => (
          <li key={measure} className="influence-line" data-measure={measure}>
            <span className="influence-bar" />
            {t(`influence.${measure}`)}
          </li>
        ))}
      </ul>
      <ButtonGroup>
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
        <PictureMenu
          title={t('influence.show')}
          picture={() =>
            influencePicture(
              [...answers.values()],
              names,
              (measure) => t(`influence.${measure}`),
              colours,
            )
          }
        />
      </ButtonGroup>
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
