import { Button, Tag } from '@blueprintjs/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BASELINE, type ScenarioId, type UnitCode } from '../../../shared/model/ids.ts';
import type { Method } from '../../../shared/model/method.ts';
import { replacePart } from '../../../shared/model/replace-part.ts';
import { methodLine } from '../../../shared/text/method-in-words.ts';
import { scenarioName } from '../../i18n/scenario-name.ts';
import { useLanguage, useWorkbookNames } from '../../i18n/use-names.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { Failed, Loading, Placeholder } from '../../ui/Placeholder.tsx';
import { AggregationChoice } from './AggregationChoice.tsx';
import { ChangedPoints } from './ChangedPoints.tsx';
import { placeOfError } from './error-place.ts';
import { IndicatorCard } from './IndicatorCard.tsx';
import { IndicatorTable } from './IndicatorTable.tsx';
import {
  applyMethod,
  chooseMethod,
  differingParts,
  discardMethod,
  type MethodDraft,
  useMethodDraft,
} from './method-draft.ts';
import './method.css';
import { MissingChoice } from './MissingChoice.tsx';
import { NormalisationChoice } from './NormalisationChoice.tsx';
import { RankEffect } from './RankEffect.tsx';
import { TreatmentChoice } from './TreatmentChoice.tsx';
import { type PreviewState, useMethodPreview } from './use-method-preview.ts';
import { Prose } from '../../ui/Prose.tsx';
import { hasLines } from '../../charts/Strip.tsx';

const NOTHING: MethodDraft = {};

/** The method of the selected scenario: every choice in words, and what another choice would do before it is applied. */
export function MethodPanel() {
  const scenario = useSelection((state) => state.scenario);
  const resolved = useScenarios((state) => state.resolved);
  const error = useScenarios((state) => state.error);
  if (error !== null) return <Failed error={error} />;
  if (resolved === null || resolved.scenario !== scenario) return <Loading />;
  return <ScenarioMethod key={scenario} scenario={scenario} inForce={resolved.method} />;
}

interface ScenarioMethodProps {
  readonly scenario: ScenarioId;
  readonly inForce: Method;
}

function ScenarioMethod({ scenario, inForce }: ScenarioMethodProps) {
  const chosen = useMethodDraft(scenario);
  // Another window, or undo, may have put the very choice in force.
  const draft = useMemo(() => {
    const parts = differingParts(chosen, inForce);
    return Object.keys(parts).length === 0 ? NOTHING : parts;
  }, [chosen, inForce]);
  const current = useMethodPreview(scenario, NOTHING);
  const drafted = useMethodPreview(scenario, draft);
  const method = useMemo(() => replacePart(inForce, draft), [inForce, draft]);
  const isDraft = draft !== NOTHING;
  const change = (part: MethodDraft) => chooseMethod(scenario, part, inForce);
  return (
    <div className="panel method">
      <MethodHead
        scenario={scenario}
        method={method}
        isDraft={isDraft}
        canApply={isDraft && drafted.error === null && !drafted.waiting}
      />
      <div className="panel-scroll method-body">
        <Choices method={method} state={drafted} onChange={change} />
        <Effect current={current} drafted={drafted} isDraft={isDraft} />
        <Indicators method={method} current={current} drafted={drafted} onChange={change} />
      </div>
    </div>
  );
}

interface MethodHeadProps {
  readonly scenario: ScenarioId;
  readonly method: Method;
  readonly isDraft: boolean;
  readonly canApply: boolean;
}

/** The method in one line, where a change would go, and the two ways out of a draft. */
function MethodHead({ scenario, method, isDraft, canApply }: MethodHeadProps) {
  const { t } = useTranslation('method');
  const names = useWorkbookNames();
  const scenarios = useScenarios((state) => state.scenarios);
  const language = useLanguage();
  const [error, setError] = useState<unknown>(null);
  const selected = scenarios.find(({ id }) => id === scenario);
  return (
    <header className="method-head">
      <div className="method-head-words">
        <p className="method-line" aria-label={t('line')} role="status">
          <Prose>{methodLine(method, names)}</Prose>
        </p>
        <p className="muted">
          {scenario === BASELINE || selected === undefined
            ? t('baselineHint')
            : t('scenarioHint', { scenario: scenarioName(selected, language) })}
        </p>
        <ControlError error={error} onDismiss={() => setError(null)} />
      </div>
      {isDraft && (
        <Tag minimal intent="primary">
          {t('draft')}
        </Tag>
      )}
      <Button
        size="small"
        text={t('discard')}
        disabled={!isDraft}
        onClick={() => {
          setError(null);
          discardMethod(scenario);
        }}
      />
      <Button
        size="small"
        intent="primary"
        text={t('apply')}
        disabled={!canApply}
        onClick={() => {
          setError(null);
          applyMethod(scenario).catch(setError);
        }}
      />
    </header>
  );
}

interface ChoicesProps {
  readonly method: Method;
  readonly state: PreviewState;
  readonly onChange: (part: MethodDraft) => void;
}

function Choices({ method, state: { preview, error }, onChange }: ChoicesProps) {
  const { t } = useTranslation('method');
  const units = useWorkbook((state) => state.units);
  const index = useWorkbook((state) => state.index);
  const place = placeOfError(error, method);
  const errorAt = (choice: typeof place.choice) =>
    error !== null && place.choice === choice ? error : null;
  const definitions = (index?.indicators ?? []).map(({ indicator }) => indicator);
  return (
    <div className="method-choices" role="group" aria-label={t('choices')}>
      <ControlError error={errorAt('whole') ?? errorAt('indicator')} />
      <TreatmentChoice
        treatment={method.treatment}
        error={errorAt('treatment')}
        onChange={(treatment) => onChange({ treatment })}
      />
      <section className="method-section" aria-label={t('normalisation.title')}>
        <h3>{t('normalisation.title')}</h3>
        <NormalisationChoice
          label={t('normalisation.rule')}
          hideLabel
          value={method.normalisation}
          beginnings={{
            reference: preview?.scores.units[0] ?? units[0]?.code ?? ('' as UnitCode),
            range: null,
            hasGoalposts: definitions.every((each) => each?.goalposts !== null),
            hasScaledBounds: definitions.every(
              (each) => each?.scaledBounds !== null && each?.scaleFactor !== null,
            ),
          }}
          error={errorAt('normalisation')}
          onChange={(normalisation) => onChange({ normalisation })}
        />
        {method.normalisation.rule === 'min-max' && (
          <p className="method-sentence">{t('normalisation.ownScale')}</p>
        )}
      </section>
      <AggregationChoice
        aggregation={method.aggregation}
        error={errorAt('aggregation')}
        onChange={(aggregation) => onChange({ aggregation })}
      />
      <MissingChoice method={method} error={errorAt('missing')} onChange={onChange} />
    </div>
  );
}

interface EffectProps {
  readonly current: PreviewState;
  readonly drafted: PreviewState;
  readonly isDraft: boolean;
}

function Effect({ current, drafted, isDraft }: EffectProps) {
  const { t } = useTranslation('method');
  const shown = drafted.preview ?? current.preview;
  return (
    <div className="method-effect">
      <section
        className="method-section"
        aria-label={t('effect')}
        aria-live="polite"
        aria-busy={drafted.waiting}
      >
        <h3>{t('effect')}</h3>
        {!isDraft && <p className="method-sentence">{t('noDraft')}</p>}
        {isDraft && drafted.error !== null && <p className="muted">{t('effectRefused')}</p>}
        {isDraft && drafted.preview !== null && (
          <RankEffect before={current.preview?.scores ?? null} after={drafted.preview.scores} />
        )}
      </section>
      {shown !== null && <ChangedPoints preview={shown} />}
    </div>
  );
}

interface IndicatorsProps {
  readonly method: Method;
  readonly current: PreviewState;
  readonly drafted: PreviewState;
  readonly onChange: (part: MethodDraft) => void;
}

function Indicators({ method, current, drafted, onChange }: IndicatorsProps) {
  const { t } = useTranslation('method');
  const index = useWorkbook((state) => state.index);
  const selected = useSelection((state) => state.node);
  const indicator = selected === null ? undefined : index?.byCode.get(selected);
  const place = placeOfError(drafted.error, method);
  // While a draft is refused, the values of what is in force stay on screen.
  const shown = drafted.preview ?? current.preview;
  const units = shown?.scores.units.length ?? 0;
  return (
    <section className="method-section method-columns" aria-label={t('indicators.title')}>
      <h3>{t('indicators.title')}</h3>
      <p className="method-sentence">
        {t(hasLines(units) ? 'indicators.hint' : 'indicators.hintMany')}
      </p>
      {indicator !== undefined && indicator.indicator !== null && (
        <IndicatorCard
          key={indicator.code}
          indicator={indicator}
          method={method}
          inForce={current.preview}
          draft={drafted.preview}
          error={
            place.choice === 'indicator' && place.indicator === indicator.code
              ? drafted.error
              : null
          }
          onChange={onChange}
        />
      )}
      {shown === null ? (
        <NoColumns waiting={drafted.waiting} />
      ) : (
        <IndicatorTable method={method} preview={shown} />
      )}
    </section>
  );
}

function NoColumns({ waiting }: { waiting: boolean }) {
  const { t } = useTranslation('method');
  if (waiting) return <Loading />;
  return (
    <Placeholder>
      <p>{t('effectRefused')}</p>
    </Placeholder>
  );
}
