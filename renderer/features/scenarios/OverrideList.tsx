import { Button } from '@blueprintjs/core';
import { Undo } from '@blueprintjs/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BASELINE } from '../../../shared/model/ids.ts';
import { effectiveOverrides } from '../../../shared/model/effective-overrides.ts';
import { overrideKey, type Scenario } from '../../../shared/model/scenario.ts';
import { useNames } from '../../i18n/use-names.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { changeWorkbook, useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { groupOverrides, type OverrideGroup } from './override-groups.ts';
import { useOverrideWords } from './use-override-words.ts';
import { Prose } from '../../ui/Prose.tsx';

/** What the scenario changes against the baseline, in words; each can be taken back, and all at once. */
export function OverrideList({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation('scenarios');
  const index = useWorkbook((state) => state.index);
  const scenarios = useScenarios((state) => state.scenarios);
  const baselineMethod = useScenarios((state) => state.baselineMethod);
  const inWords = useOverrideWords(baselineMethod);
  const [error, setError] = useState<unknown>(null);
  if (index === null || inWords === null) return null;
  const own = new Set(scenario.overrides.map(overrideKey));
  const groups = groupOverrides(effectiveOverrides(scenarios, scenario.id), index);
  const reset = (overrideKeys: string[] | null) => {
    setError(null);
    changeWorkbook('scenarios.reset', { scenario: scenario.id, overrideKeys }).catch(setError);
  };
  return (
    <section className="scenario-section" aria-label={t('overrides')}>
      <h3>
        {t('overrides')} <span className="muted">{t('overridesAgainst')}</span>
        {own.size > 0 && (
          <Button
            size="small"
            variant="minimal"
            icon={<Undo />}
            text={t('resetAll')}
            onClick={() => reset(null)}
          />
        )}
      </h3>
      <ControlError error={error} onDismiss={() => setError(null)} />
      {groups.length === 0 && <p className="muted scenario-hint">{t('empty')}</p>}
      <ul className="override-list">
        {groups.map((group) => (
          <OverrideLine
            key={group.key}
            group={group}
            sentences={group.overrides.flatMap(inWords)}
            isOwn={group.keys.some((key) => own.has(key))}
            onReset={() => reset(group.keys.filter((key) => own.has(key)))}
          />
        ))}
      </ul>
    </section>
  );
}

interface OverrideLineProps {
  readonly group: OverrideGroup;
  readonly sentences: readonly string[];
  readonly isOwn: boolean;
  readonly onReset: () => void;
}

function OverrideLine({ group, sentences, isOwn, onReset }: OverrideLineProps) {
  const { t } = useTranslation('scenarios');
  const { t: common } = useTranslation('common');
  const index = useWorkbook((state) => state.index);
  const scenarios = useScenarios((state) => state.scenarios);
  const nameIn = useNames();
  if (sentences.length === 0) return null;
  const parentNode = group.parent === null ? undefined : index?.byCode.get(group.parent);
  const origin = scenarios.find(
    ({ id, overrides }) =>
      id !== BASELINE && overrides.some((each) => group.keys.includes(overrideKey(each))),
  );
  return (
    <li>
      <div>
        {parentNode !== undefined && <p className="override-parent">{nameIn(parentNode.name)}</p>}
        {sentences.map((sentence) => (
          <p key={sentence}>
            <Prose>{sentence}</Prose>
          </p>
        ))}
        {!isOwn && origin !== undefined && (
          <p className="muted">{t('inherited', { parent: origin.name })}</p>
        )}
      </div>
      {isOwn && (
        <Button
          size="small"
          variant="minimal"
          text={common('reset')}
          aria-label={t('resetOne', { what: sentences[0] ?? '' })}
          onClick={onReset}
        />
      )}
    </li>
  );
}
