import { Checkbox, DialogBody, InputGroup } from '@blueprintjs/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Promotion } from '../../../shared/model/scenario-comparison.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { BASELINE } from '../../../shared/model/ids.ts';
import { enumerateNames } from '../../../shared/text/lists.ts';
import { textOf } from '../../i18n/i18n.ts';
import { scenarioName } from '../../i18n/scenario-name.ts';
import { useLanguage, useNames } from '../../i18n/use-names.ts';
import { runCommand } from '../../stores/commands.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { selectScenario } from '../../stores/selection-store.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { changeWorkbook, useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { notify, notifyError } from '../../ui/notify.ts';
import { Loading } from '../../ui/Placeholder.tsx';
import { closePromote, usePromote } from './promote-store.ts';
import { freeScenarioName } from './scenario-acts.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SubmitFooter } from '../../ui/SubmitFooter.tsx';

/** Says what making a scenario the baseline means, for the baseline and for every other scenario, before it is done. */
export function PromoteDialog() {
  const { t } = useTranslation('scenarios');
  const id = usePromote((state) => state.scenario);
  const scenario = useScenarios((state) => state.scenarios).find((each) => each.id === id);
  return (
    <Dialog
      isOpen={scenario !== undefined}
      onClose={closePromote}
      title={t('promote.title', { name: scenario?.name ?? '' })}
    >
      {scenario !== undefined && <PromoteForm key={scenario.id} scenario={scenario} />}
    </Dialog>
  );
}

function PromoteForm({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation('scenarios');
  const { answer: promotion = null, error: refused } = useAnswer('scenarios.promotion', {
    scenario: scenario.id,
  });
  const [keeps, setKeeps] = useState(true);
  const [formerName, setFormerName] = useState(() => freeScenarioName(t('promote.formerName')));
  const [error, setError] = useState<unknown>(null);
  const nameMissing = keeps && formerName.trim() === '';
  const { name } = scenario;

  async function promote() {
    await changeWorkbook('scenarios.promote', {
      scenario: scenario.id,
      keepFormerAs: keeps ? formerName.trim() : null,
    });
    closePromote();
    selectScenario(BASELINE);
    notify(textOf('scenarios:promote.done', { name }), {
      text: textOf('scenarios:promote.undoIt'),
      run: () => {
        runCommand('history.undo').catch(notifyError);
      },
    });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (nameMissing || promotion === null) return;
    setError(null);
    promote().catch(setError);
  }

  return (
    <form onSubmit={submit}>
      <DialogBody className="promote">
        {promotion === null && refused === null && <Loading />}
        {promotion !== null && <Meaning promotion={promotion} name={name} />}
        <Checkbox
          checked={keeps}
          label={t('promote.keepFormer')}
          onChange={(event) => setKeeps(event.currentTarget.checked)}
        />
        {keeps && (
          <InputGroup
            aria-label={t('promote.formerLabel')}
            maxLength={200}
            value={formerName}
            intent={nameMissing ? 'danger' : 'none'}
            onValueChange={setFormerName}
          />
        )}
        <p className="muted">{t('promote.undo')}</p>
        <ControlError error={error ?? refused} />
      </DialogBody>
      <SubmitFooter
        text={t('promote.confirm')}
        disabled={nameMissing || promotion === null || isNothing(promotion)}
        onCancel={closePromote}
      />
    </form>
  );
}

function isNothing({ weights, cells, method, units, nodes }: Promotion): boolean {
  return weights.length + cells + method.length + units + nodes === 0;
}

function Meaning({ promotion, name }: { promotion: Promotion; name: string }) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const nameIn = useNames();
  const index = useWorkbook((state) => state.index);
  const scenarios = useScenarios((state) => state.scenarios);
  const { weights, cells, method, units, nodes, others } = promotion;
  if (isNothing(promotion)) return <p>{t('promote.nothing')}</p>;
  const parents = weights.map((code) => {
    const node = index?.byCode.get(code);
    return node === undefined ? code : nameIn(node.name);
  });
  const parts = method.map((part) => t(`methodPart.${part as MethodPart}`));
  const nameOf = (id: Scenario['id']) => {
    const found = scenarios.find((each) => each.id === id);
    return found === undefined ? id : scenarioName(found, language);
  };
  return (
    <>
      <p>{t('promote.becomes')}</p>
      <ul>
        {weights.length > 0 && (
          <li>
            {t('promote.weights', {
              count: weights.length,
              parents: enumerateNames(language, parents),
            })}
          </li>
        )}
        {cells > 0 && <li>{t('promote.cells', { count: cells })}</li>}
        {method.length > 0 && (
          <li>{t('promote.method', { parts: enumerateNames(language, parts) })}</li>
        )}
        {units > 0 && <li>{t('promote.units', { count: units })}</li>}
        {nodes > 0 && <li>{t('promote.nodes', { count: nodes })}</li>}
      </ul>
      <p>{t('promote.rule', { name })}</p>
      {others.length > 0 && (
        <>
          <p>{t('promote.others')}</p>
          <ul className="promote-others">
            {others.map(({ scenario, moved }) => (
              <li key={scenario}>
                {moved === null
                  ? t('promote.unscored', { scenario: nameOf(scenario) })
                  : moved === 0
                    ? t('promote.unmoved', { scenario: nameOf(scenario) })
                    : t('promote.moved', { scenario: nameOf(scenario), count: moved })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type MethodPart =
  | 'treatment'
  | 'normalisation'
  | 'normalisationByIndicator'
  | 'aggregation'
  | 'missing'
  | 'groupAttribute'
  | 'availability'
  | 'minCoverage';
