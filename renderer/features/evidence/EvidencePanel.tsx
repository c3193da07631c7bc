import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { useNames } from '../../i18n/use-names.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { Failed, Loading, Placeholder } from '../../ui/Placeholder.tsx';
import { NameWithSwatch } from '../../ui/Swatch.tsx';
import { CandidateList } from './CandidateList.tsx';
import { CellHistory } from './CellHistory.tsx';
import './evidence.css';
import { IndicatorQuestion } from './IndicatorQuestion.tsx';
import { measuredIndicator, type MeasuredIndicator } from './measured-cell.ts';
import { NewObservation } from './NewObservation.tsx';
import { OverrideNote } from './OverrideNote.tsx';
import { SeriesNote } from './SeriesNote.tsx';
import { useCellEvidence } from './use-cell-evidence.ts';
import { ValueInEffect } from './ValueInEffect.tsx';

/** Where the number of the selected cell comes from, and what else was found. */
export function EvidencePanel() {
  const { t } = useTranslation('evidence');
  const unit = useSelection((state) => state.unit);
  const node = useSelection((state) => state.node);
  const index = useWorkbook((state) => state.index);
  const series = useWorkbook((state) => state.series);
  const indicator = measuredIndicator(node, index, series);
  if (indicator === null) {
    return (
      <Placeholder>
        <p>{t('nothingSelected')}</p>
      </Placeholder>
    );
  }
  return (
    <div className="panel">
      <div className="panel-scroll evidence">
        <EvidenceHeading unit={unit} indicator={indicator} />
        {unit === null ? (
          <>
            <p className="muted">{t('noUnit')}</p>
            <IndicatorQuestion indicator={indicator} />
            <SeriesNote indicator={indicator} />
          </>
        ) : (
          // Forms and questions belong to one cell.
          <Cell key={`${unit}/${indicator.node.code}`} unit={unit} indicator={indicator} />
        )}
      </div>
    </div>
  );
}

interface CellProps {
  readonly unit: UnitCode;
  readonly indicator: MeasuredIndicator;
}

function EvidenceHeading({
  unit,
  indicator,
}: {
  unit: UnitCode | null;
  indicator: MeasuredIndicator;
}) {
  const nameOf = useNames();
  const index = useWorkbook((state) => state.index);
  const unitByCode = useWorkbook((state) => state.unitByCode);
  const known = unit === null ? undefined : unitByCode.get(unit);
  return (
    <header className="evidence-heading">
      <h2>
        {unit !== null && <span>{known === undefined ? unit : nameOf(known.name)}</span>}
        <span className="evidence-indicator">
          <NameWithSwatch dimension={index?.dimensionOf.get(indicator.node.code) ?? -1}>
            {nameOf(indicator.node.name)}
          </NameWithSwatch>
        </span>
      </h2>
    </header>
  );
}

function Cell({ unit, indicator }: CellProps) {
  const { evidence, error } = useCellEvidence(unit, indicator.node.code);
  if (evidence === null) return error === null ? <Loading /> : <Failed error={error} />;
  return (
    <>
      <ValueInEffect evidence={evidence} indicator={indicator} />
      <OverrideNote evidence={evidence} indicator={indicator} />
      <IndicatorQuestion indicator={indicator} />
      <SeriesNote indicator={indicator} />
      <CandidateList evidence={evidence} indicator={indicator} />
      <NewObservation unit={unit} indicator={indicator} />
      <CellHistory changes={evidence.changes} indicator={indicator} />
    </>
  );
}
