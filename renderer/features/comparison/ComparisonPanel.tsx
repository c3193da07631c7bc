import { memo, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { type ResultView, viewResult } from '../../../shared/model/result-view.ts';
import { comparisonInWords } from '../../../shared/text/comparison-in-words.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatPercent } from '../../../shared/text/numbers.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { useScores } from '../../stores/score-store.ts';
import { compareUnits, selectUnit, useSelection } from '../../stores/selection-store.ts';
import { Failed, Loading, Placeholder } from '../../ui/Placeholder.tsx';
import './comparison.css';
import { DifferenceBars } from './DifferenceBars.tsx';
import { neighbourInRank, unitToExplain, useComparison, useResultView } from './use-comparison.ts';
import { Select } from '../../ui/Select.tsx';
import { Prose } from '../../ui/Prose.tsx';

/** Why a unit stands above another: the sentence, and what each indicator adds to the difference. */
export function ComparisonPanel() {
  const { t } = useTranslation('comparison');
  const view = useResultView();
  const error = useScores((state) => state.error);
  const selected = useSelection((state) => state.unit);
  const names = useWorkbookNames();
  if (error !== null) return <Failed error={error} />;
  if (view === null) return <Loading />;
  const unit = unitToExplain(view, selected);
  if (unit === null || view.ranked.length < 2) {
    return (
      <Placeholder>
        <p>{t(view.ranked.length === 0 ? 'nobody' : 'alone')}</p>
      </Placeholder>
    );
  }
  return <Explained view={view} unit={unit} names={names} />;
}

function Explained({ view, unit, names }: { view: ResultView; unit: UnitCode; names: Names }) {
  const { t } = useTranslation('comparison');
  const rival = useSelection((state) => state.rival);
  const isRanked = view.ranked.includes(unit);
  const other =
    rival !== null && rival !== unit && view.ranked.includes(rival)
      ? rival
      : neighbourInRank(view, unit);
  const { units, ranked } = useChoices(view);
  const compare = useCallback((chosen: UnitCode) => compareUnits(unit, chosen), [unit]);
  const others = useMemo(() => ranked.filter((code) => code !== unit), [ranked, unit]);
  return (
    <div className="panel panel-scroll comparison">
      <div className="comparison-units">
        <UnitChoice
          label={t('of')}
          value={unit}
          units={units}
          names={names}
          onChoose={selectUnit}
        />
        {isRanked && other !== null && (
          <UnitChoice
            label={t('with')}
            value={other}
            units={others}
            names={names}
            onChoose={compare}
          />
        )}
      </div>
      {isRanked && other !== null ? (
        <Difference view={view} unit={unit} other={other} names={names} />
      ) : (
        <p className="comparison-sentence">
          {t('notRanked', {
            unit: names.unit(unit),
            coverage: formatPercent(view.result.coverage[view.unitPosition(unit)] ?? 0),
          })}
        </p>
      )}
    </div>
  );
}

interface DifferenceProps {
  readonly view: ResultView;
  readonly unit: UnitCode;
  readonly other: UnitCode;
  readonly names: Names;
}

function Difference({ view, unit, other, names }: DifferenceProps) {
  const { t } = useTranslation('comparison');
  const comparison = useComparison(view, unit, other);
  if (comparison === null) return null;
  return (
    <>
      <p className="comparison-sentence">
        <Prose>{comparisonInWords(comparison, names)}</Prose>
      </p>
      {comparison.differences.length === 0 ? (
        <p className="comparison-sentence muted">{t('notAdditive')}</p>
      ) : (
        <DifferenceBars comparison={comparison} names={names} />
      )}
    </>
  );
}

interface UnitChoiceProps {
  readonly label: string;
  readonly value: UnitCode;
  readonly units: readonly UnitCode[];
  readonly names: Names;
  readonly onChoose: (unit: UnitCode) => void;
}

const UnitChoice = memo(function UnitChoice(props: UnitChoiceProps) {
  const { label, value, units, names, onChoose } = props;
  return (
    <Select
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value as UnitCode)}
      options={units.map((code) => ({ value: code, label: names.unit(code) }))}
    />
  );
});

/** Units to choose from, in the committed order: a list of a thousand is not put in order anew in every frame of a drag. */
function useChoices(view: ResultView): { units: readonly UnitCode[]; ranked: readonly UnitCode[] } {
  const committed = useScores((state) => state.committed) ?? view.result;
  return useMemo(() => {
    const { ranked, notRanked } = viewResult(committed);
    return { units: [...ranked, ...notRanked], ranked };
  }, [committed]);
}
