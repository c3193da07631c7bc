import { Checkbox } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import type { MethodChoices } from '../../../../shared/model/uncertainty.ts';
import { choiceNames, METHOD_CHOICE_PARTS } from '../../../../shared/text/uncertainty-in-words.ts';
import { enumerateNames } from '../../../../shared/text/lists.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { useScenarios } from '../../../stores/scenario-store.ts';
import { isTicked, type MethodOptions, replacedRules, toggled } from './method-options.ts';

interface MethodTicksProps {
  readonly options: MethodOptions;
  readonly choices: MethodChoices;
  readonly onChange: (choices: MethodChoices) => void;
}

/** One list of ticks for each part of the method; the workbook's own choice stands first. */
export function MethodTicks({ options, choices, onChange }: MethodTicksProps) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  return (
    <div className="method-ticks">
      {METHOD_CHOICE_PARTS.map((part) => (
        <fieldset key={part}>
          <legend>{t(`part.${part}`)}</legend>
          {choiceNames(options as MethodChoices, part, names).map((name, at) => (
            <Checkbox
              key={name}
              checked={isTicked(options, choices, part, at)}
              onChange={() => onChange(toggled(options, choices, part, at))}
            >
              {name}
              {at === 0 && <span className="muted"> {t('method.own')}</span>}
            </Checkbox>
          ))}
          <ReplacedRules part={part} choices={choices} />
        </fieldset>
      ))}
    </div>
  );
}

/** Said where it is ticked: what is ticked is for every indicator, also for those with a rule of their own. */
function ReplacedRules({ part, choices }: { part: keyof MethodChoices; choices: MethodChoices }) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const method = useScenarios((state) => state.resolved?.method ?? null);
  const indicators = method === null ? [] : replacedRules(method, choices, part);
  if (indicators.length === 0) return null;
  return (
    <p className="setup-warning" role="status">
      {t('method.replacesOwn', {
        count: indicators.length,
        indicators: enumerateNames(names.language, indicators.map(names.node)),
      })}
    </p>
  );
}
