import { Button } from '@blueprintjs/core';
import { Add } from '@blueprintjs/icons';
import { useTranslation } from 'react-i18next';
import type { Override } from '../../../shared/model/scenario.ts';
import { textOf } from '../../i18n/i18n.ts';
import { runCommand } from '../../stores/commands.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { notify, notifyError } from '../../ui/notify.ts';
import { createScenario, freeScenarioName } from '../scenarios/scenario-acts.ts';

interface KeepAsScenarioProps {
  /** Of the scenario; a number is added where another has it. */
  readonly name: string;
  readonly overrides: readonly Override[];
  /** What is kept, for assistive technology. */
  readonly what: string;
}

/** Makes a scenario on the selected one that contains the answer, and selects it. One undo step. */
export function KeepAsScenario({ name, overrides, what }: KeepAsScenarioProps) {
  const { t } = useTranslation('whatItTakes');
  const parent = useSelection((state) => state.scenario);
  async function keep() {
    const free = freeScenarioName(name);
    await createScenario(parent, free, '', overrides);
    notify(textOf('whatItTakes:kept', { name: free }), {
      text: textOf('whatItTakes:undoKeep'),
      run: () => {
        runCommand('history.undo').catch(notifyError);
      },
    });
  }
  return (
    <Button
      size="small"
      variant="minimal"
      icon={<Add size={14} />}
      text={t('keep')}
      aria-label={t('keepWhat', { what })}
      title={t('keepHint')}
      onClick={() => {
        keep().catch(notifyError);
      }}
    />
  );
}
