import type { Language } from '../../shared/model/language.ts';
import { BASELINE } from '../../shared/model/ids.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { BASELINE_NAME } from '../../shared/text/baseline-name.ts';

/** Name of a scenario; the baseline's own name follows the language until somebody renames it. */
export function scenarioName({ id, name }: Scenario, language: Language): string {
  const asCreated = name === BASELINE_NAME.zh || name === BASELINE_NAME.en;
  return id === BASELINE && asCreated ? BASELINE_NAME[language] : name;
}
