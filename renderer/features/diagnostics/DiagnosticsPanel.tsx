import { SegmentedControl } from '@blueprintjs/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CorrelationKind, type Diagnosis } from '../../../shared/model/diagnosis.ts';
import { DEFAULT_METHOD, type Method } from '../../../shared/model/method.ts';
import { formatPercent } from '../../../shared/text/numbers.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useMemory } from '../../stores/use-memory.ts';
import { Failed, Loading, Placeholder } from '../../ui/Placeholder.tsx';
import { AvailabilityMap } from './AvailabilityMap.tsx';
import { ConsistencyTable } from './ConsistencyTable.tsx';
import { CorrelationMap } from './CorrelationMap.tsx';
import { flagsOf } from './diagnosis-flags.ts';
import './diagnostics.css';
import { DistributionTable } from './DistributionTable.tsx';
import { FlagList } from './FlagList.tsx';
import { useDiagnosis } from './use-diagnosis.ts';

/** Whether the indicators of the scenario are sound enough to be put together. */
export function DiagnosticsPanel() {
  const [kind] = useCorrelationKind();
  const method = useScenarios((state) => state.resolved?.method ?? DEFAULT_METHOD);
  const { diagnosis, error, waiting } = useDiagnosis(kind);
  if (error !== null) return <Failed error={error} />;
  if (diagnosis === null) return <Loading />;
  return (
    <div className="panel diagnostics">
      <div className="panel-scroll diagnostics-scroll" aria-busy={waiting}>
        <DiagnosisHead diagnosis={diagnosis} missing={method.missing} />
        <DiagnosisBody diagnosis={diagnosis} limits={method.treatment} />
      </div>
    </div>
  );
}

function useCorrelationKind(): [CorrelationKind, (kind: CorrelationKind) => void] {
  return useMemory('diagnostics.correlation', CorrelationKind, 'pearson');
}

/** The rules that put values where there were none. */
const IMPUTING: ReadonlySet<Method['missing']> = new Set([
  'zero',
  'mean',
  'median',
  'group-mean',
  'group-median',
  'unit-mean',
  'unit-median',
]);

interface DiagnosisHeadProps {
  readonly diagnosis: Diagnosis;
  readonly missing: Method['missing'];
}

function DiagnosisHead({ diagnosis, missing }: DiagnosisHeadProps) {
  const { t } = useTranslation('diagnostics');
  const [kind, setKind] = useCorrelationKind();
  const { indicators, units } = diagnosis;
  const present = indicators.reduce((sum, each) => sum + each.present, 0);
  return (
    <header className="diagnostics-head">
      <div>
        <p>
          {t('summary', {
            indicators: indicators.length,
            units: units.length,
            share: formatPercent(present / (indicators.length * units.length)),
          })}
        </p>
        {IMPUTING.has(missing) && <p className="diagnostics-hint">{t('imputed')}</p>}
        {units.length === 1 && <p className="diagnostics-hint">{t('oneUnit')}</p>}
      </div>
      <SegmentedControl
        aria-label={t('kind')}
        size="small"
        value={kind}
        options={CorrelationKind.options.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onValueChange={(value) => setKind(CorrelationKind.parse(value))}
      />
    </header>
  );
}

interface DiagnosisBodyProps {
  readonly diagnosis: Diagnosis;
  readonly limits: Method['treatment'];
}

function DiagnosisBody({ diagnosis, limits }: DiagnosisBodyProps) {
  const { t } = useTranslation('diagnostics');
  const flags = useMemo(() => flagsOf(diagnosis, limits), [diagnosis, limits]);
  if (diagnosis.indicators.every(({ present }) => present === 0)) {
    return (
      <Placeholder>
        <p>{t('noData')}</p>
      </Placeholder>
    );
  }
  return (
    <div className="diagnostics-body">
      <div className="diagnostics-column">
        <CorrelationMap diagnosis={diagnosis} />
        <AvailabilityMap diagnosis={diagnosis} />
      </div>
      <div className="diagnostics-column">
        <FlagList flags={flags} />
        <ConsistencyTable groups={diagnosis.groups} />
      </div>
      <DistributionTable diagnosis={diagnosis} limits={limits} />
    </div>
  );
}
