import { Button, Checkbox } from '@blueprintjs/core';
import { Random } from '@blueprintjs/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPercent, formatValue } from '../../../../shared/text/numbers.ts';
import { useScenarios } from '../../../stores/scenario-store.ts';
import { uncertainty } from '../analysis/analyses.ts';
import { RunControl } from '../analysis/RunControl.tsx';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useRankedCount } from '../use-ranked-count.ts';
import '../robustness.css';
import { combinationCount, isSame, needsPositiveScale } from './method-options.ts';
import { MethodTicks } from './MethodTicks.tsx';
import { NumberField } from './NumberField.tsx';
import { drawsRequest, inputsOf, newSeed, type RobustnessSetup } from './robustness-setup.ts';
import { useRobustnessSetup } from './use-robustness-setup.ts';
import { asPercent, WeightSource } from './WeightSource.tsx';

const GRADES = ['high', 'medium', 'low'] as const;

/** What is uncertain, by ticks; how many draws, from which seed; and the run. */
export function RobustnessSetupPanel() {
  const { t } = useTranslation('robustness');
  const { setup, keep, sources, options, choices, locked, hasGaps } = useRobustnessSetup();
  const method = useScenarios((state) => state.resolved?.method ?? null);
  const { weights, values, gaps, methods } = setup;
  const change = (part: Partial<RobustnessSetup>) => keep({ ...setup, ...part });
  return (
    <div className="panel robustness-setup">
      <div className="panel-scroll" tabIndex={0} role="group" aria-label={t('setup.title')}>
        <Source
          title={t('weights.title')}
          explanation={t('weights.explanation')}
          on={weights.on}
          onToggle={() => change({ weights: { ...weights, on: !weights.on } })}
        >
          <WeightSource
            weights={weights}
            lockedCount={locked.length}
            onChange={(next) => change({ weights: next })}
          />
        </Source>
        <Source
          title={t('values.title')}
          explanation={t('values.explanation')}
          on={values.on}
          onToggle={() => change({ values: { ...values, on: !values.on } })}
        >
          <div className="setup-grades">
            {GRADES.map((grade) => (
              <NumberField
                key={grade}
                label={t(`values.${grade}`)}
                value={asPercent(values[grade])}
                least={0}
                most={100}
                measure="%"
                onEnter={(percent) => change({ values: { ...values, [grade]: percent / 100 } })}
              />
            ))}
          </div>
        </Source>
        <Source
          title={t('gaps.title')}
          explanation={t(hasGaps ? 'gaps.explanation' : 'gaps.none')}
          on={gaps}
          onToggle={() => change({ gaps: !gaps })}
        />
        <Source
          title={t('method.title')}
          explanation={t('method.explanation')}
          on={methods.on}
          onToggle={() => change({ methods: { ...methods, on: !methods.on } })}
        >
          <p className="setup-explanation">
            {t('method.combinations', { count: combinationCount(choices) })}
          </p>
          {method !== null && needsPositiveScale(choices, method) && (
            <p className="setup-warning">{t('method.needsPositiveScale')}</p>
          )}
          <MethodTicks
            options={options}
            choices={choices}
            onChange={(next) => change({ methods: { ...methods, choices: next } })}
          />
        </Source>
      </div>
      <RunSection setup={setup} sources={sources} onChange={change} />
    </div>
  );
}

interface SourceProps {
  readonly title: string;
  readonly explanation: string;
  readonly on: boolean;
  readonly onToggle: () => void;
  readonly children?: ReactNode;
}

function Source({ title, explanation, on, onToggle, children }: SourceProps) {
  return (
    <section className="setup-source" data-on={on || undefined}>
      <Checkbox checked={on} onChange={onToggle}>
        <strong>{title}</strong>
        <span className="setup-explanation">{explanation}</span>
      </Checkbox>
      {on && children !== undefined && <div className="setup-details">{children}</div>}
    </section>
  );
}

interface RunSectionProps {
  readonly setup: RobustnessSetup;
  readonly sources: ReturnType<typeof useRobustnessSetup>['sources'];
  readonly onChange: (part: Partial<RobustnessSetup>) => void;
}

function RunSection({ setup, sources, onChange }: RunSectionProps) {
  const { t } = useTranslation('robustness');
  const state = useAnalysis(uncertainty);
  const rankedCount = useRankedCount();
  const request = drawsRequest(setup, sources);
  const nothingVaries = inputsOf(sources).length === 0;
  const differs = state.kept !== null && !isSame(state.kept.request, request);
  const { running } = state;
  return (
    <div className="setup-run">
      <div className="setup-numbers">
        <NumberField
          label={t('setup.draws')}
          value={setup.draws}
          least={1}
          most={1_000_000_000}
          whole
          onEnter={(draws) => onChange({ draws })}
        />
        <NumberField
          label={t('setup.seed')}
          value={setup.seed}
          least={0}
          most={Number.MAX_SAFE_INTEGER}
          whole
          onEnter={(seed) => onChange({ seed })}
        />
        <Button
          size="small"
          icon={<Random size={14} />}
          aria-label={t('setup.newSeed')}
          title={t('setup.newSeed')}
          onClick={() => onChange({ seed: newSeed(Math.random) })}
        />
      </div>
      <RunControl
        analysis={uncertainty}
        label={t('setup.run')}
        disabledBecause={
          nothingVaries ? t('setup.nothingTicked') : rankedCount === 0 ? t('noRanked') : null
        }
        progress={({ fraction, request: { draws } }) =>
          t('progress.draws', {
            done: formatValue(Math.round(fraction * draws)),
            draws: formatValue(draws),
            share: formatPercent(fraction),
          })
        }
        onRun={() => void uncertainty.run(request)}
      />
      {differs && running === null && <p className="setup-explanation">{t('setup.differs')}</p>}
    </div>
  );
}
