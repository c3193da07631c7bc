import { Button } from '@blueprintjs/core';
import { Calculator, Saved, StackedChart } from '@blueprintjs/icons';
import { useTranslation } from 'react-i18next';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { proposeWeightsFor } from '../weight-methods/methods-dialog-store.ts';
import { openWeightSets } from '../weight-sets/weight-sets-dialog-store.ts';
import { useRowsShow } from './influence-store.ts';
import { useBands } from './band-store.ts';
import { type BandQuestion, useBandQuestion } from './band-question.ts';
import { Select } from '../../ui/Select.tsx';

const KINDS = ['order', 'top', 'pair', 'none'] as const satisfies readonly BandQuestion['kind'][];

/** What the bands on the tracks keep unchanged. */
export function WeightsToolbar() {
  const { t } = useTranslation('weights');
  const [question, setQuestion] = useBandQuestion();
  const error = useBands((state) => state.error);
  const most = useWorkbook((state) => state.units.length);
  const root = useWorkbook((state) => state.index?.root);
  const { t: methods } = useTranslation('weightMethods');
  const { t: sets } = useTranslation('weightSets');
  const [rowsShow, setRowsShow] = useRowsShow();
  const showsInfluence = rowsShow === 'influence';
  return (
    <>
      <div className="weights-toolbar" role="toolbar" aria-label={t('toolbar')}>
        <label className="weights-band-choice" title={t('band.keeps')}>
          <span className="weights-band-sample" aria-hidden="true" />
          <span className="visually-hidden">{t('band.keeps')}</span>
          <Select
            minimal
            value={question.kind}
            options={KINDS.map((kind) => ({ value: kind, label: t(`band.kind.${kind}`) }))}
            onChange={(event) => {
              const kind = KINDS.find((each) => each === event.currentTarget.value);
              if (kind !== undefined) setQuestion({ ...question, kind });
            }}
          />
        </label>
        {question.kind === 'top' && (
          <input
            className="points-field weights-band-count"
            type="number"
            min={1}
            max={Math.max(1, most)}
            aria-label={t('band.count')}
            value={question.count}
            onChange={(event) => {
              const count = event.currentTarget.valueAsNumber;
              if (Number.isInteger(count) && count >= 1 && count <= 1000)
                setQuestion({ ...question, count });
            }}
          />
        )}
        <span className="weights-toolbar-space" />
        {root !== undefined && (
          <Button
            variant="minimal"
            size="small"
            icon={<Calculator size={14} />}
            aria-label={methods('command')}
            title={methods('command')}
            onClick={() => proposeWeightsFor(root.code)}
          />
        )}
        <Button
          variant="minimal"
          size="small"
          icon={<Saved size={14} />}
          aria-label={sets('title')}
          title={sets('title')}
          onClick={openWeightSets}
        />
        <Button
          variant="minimal"
          size="small"
          icon={<StackedChart size={14} />}
          aria-pressed={showsInfluence}
          aria-label={t('influence.show')}
          title={t('influence.show')}
          onClick={() => setRowsShow(showsInfluence ? 'sliders' : 'influence')}
        />
      </div>
      <ControlError error={error} />
    </>
  );
}
