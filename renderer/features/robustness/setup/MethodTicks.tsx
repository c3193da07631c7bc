import { Checkbox } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import type { MethodChoices } from '../../../../shared/model/uncertainty.ts';
import { choiceNames, METHOD_CHOICE_PARTS } from '../../../../shared/text/uncertainty-in-words.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { isTicked, type MethodOptions, toggled } from './method-options.ts';

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
        </fieldset>
      ))}
    </div>
  );
}
