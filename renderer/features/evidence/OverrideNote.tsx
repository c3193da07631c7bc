import { Button } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import type { CellEvidence } from '../../../shared/contract/evidence-operations.ts';
import { overrideKey } from '../../../shared/model/scenario.ts';
import { formatValueWithUnit } from '../../../shared/text/units-of-measure.ts';
import { scenarioName } from '../../i18n/scenario-name.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { changeWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import type { MeasuredIndicator } from './measured-cell.ts';
import { useAct } from './use-act.ts';

interface OverrideNoteProps {
  readonly evidence: CellEvidence;
  readonly indicator: MeasuredIndicator;
}

/** Says that a scenario replaces the value, what it is in `baseline`, and takes the override back. */
export function OverrideNote({ evidence, indicator }: OverrideNoteProps) {
  const { t } = useTranslation('evidence');
  const language = useLanguage();
  const scenarios = useScenarios((state) => state.scenarios);
  const selected = useSelection((state) => state.scenario);
  const act = useAct();
  const { override, unit, candidates } = evidence;
  if (override === null) return null;
  const owner = scenarios.find(({ id }) => id === override.scenario);
  const scenario = owner === undefined ? override.scenario : scenarioName(owner, language);
  const baseline = candidates.find(({ adopted }) => adopted)?.observation.value;
  const inWords = (value: number | null | undefined) =>
    formatValueWithUnit(
      language,
      indicator.definition.type,
      value ?? Number.NaN,
      indicator.unitOfMeasure,
    );
  const key = overrideKey({
    kind: 'value',
    unit,
    indicator: indicator.node.code,
    value: override.value,
    note: override.note,
  });
  return (
    <section className="evidence-section evidence-override" aria-label={t('override.title')}>
      <p>
        <span className="mark-dot" aria-hidden="true" />
        {override.value === null
          ? t('override.emptiedHere', { scenario })
          : t('override.here', { scenario, value: inWords(override.value) })}
      </p>
      <p className="muted">{t('value.baseline', { value: inWords(baseline) })}</p>
      {override.note !== '' && <p>{t('override.note', { note: override.note })}</p>}
      {override.scenario === selected ? (
        <Button
          size="small"
          text={t('override.reset')}
          disabled={act.busy}
          onClick={() =>
            act.run(() =>
              changeWorkbook('scenarios.reset', { scenario: selected, overrideKeys: [key] }),
            )
          }
        />
      ) : (
        <p className="muted">{t('override.inherited')}</p>
      )}
      <ControlError error={act.error} onDismiss={act.dismiss} />
    </section>
  );
}
