import { useTranslation } from 'react-i18next';
import {
  aggregateLevels,
  entryOfLevel,
  withLevel,
} from '../../../shared/model/framework-levels.ts';
import type { FrameworkNode } from '../../../shared/model/framework.ts';
import type { Aggregation } from '../../../shared/model/method.ts';
import { enumerateNames } from '../../../shared/text/lists.ts';
import { useLanguage, useNames } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { AGGREGATIONS, newAggregation } from './method-rules.ts';
import { NumberField } from './NumberField.tsx';
import { RuleChoice } from './RuleChoice.tsx';

interface AggregationChoiceProps {
  readonly aggregation: readonly Aggregation[];
  readonly error: unknown;
  readonly onChange: (aggregation: Aggregation[]) => void;
}

/** How children become the value of their parent: one choice a level, the index first. */
export function AggregationChoice({ aggregation, error, onChange }: AggregationChoiceProps) {
  const { t } = useTranslation('method');
  const index = useWorkbook((state) => state.index);
  const levelNames = useLevelNames();
  if (index === null) return null;
  const levels = aggregateLevels(index);
  return (
    <section className="method-section" aria-label={t('aggregation.title')}>
      <h3>{t('aggregation.title')}</h3>
      {levels
        .map((nodes, at) => {
          const level = at + 1;
          const value = entryOfLevel(aggregation, at) ?? { rule: 'arithmetic' as const };
          const choose = (next: Aggregation) =>
            onChange(withLevel(aggregation, at, next, levels.length));
          return (
            <div className="method-level" key={level}>
              <p className="method-level-name">
                <strong>{t('aggregation.level', { level })}</strong>{' '}
                <span className="muted">{levelNames(nodes)}</span>
              </p>
              <RuleChoice
                label={t('aggregation.rule', { level })}
                hideLabel
                rule={value.rule}
                options={AGGREGATIONS.map((rule) => ({
                  value: rule,
                  label: t(`aggregation.name.${rule}`),
                }))}
                sentence={t(`aggregation.sentence.${value.rule}`)}
                onChange={(rule) => choose(newAggregation(rule))}
              >
                {value.rule === 'power' && (
                  <div className="method-fields">
                    <NumberField
                      label={t('aggregation.exponent', { level })}
                      value={value.exponent}
                      problem={(number) => (number === 0 ? t('invalid.notZero') : null)}
                      onChange={(exponent) => choose({ rule: 'power', exponent })}
                    />
                  </div>
                )}
              </RuleChoice>
            </div>
          );
        })
        .toReversed()}
      <ControlError error={error} />
    </section>
  );
}

/** More names would not be read. */
const MOST_NAMES = 3;

/** `指数`, or the first nodes of a level and how many there are. */
export function useLevelNames(): (nodes: readonly FrameworkNode[]) => string {
  const { t } = useTranslation('method');
  const language = useLanguage();
  const nameIn = useNames();
  return (nodes) => {
    const names = enumerateNames(
      language,
      nodes.slice(0, MOST_NAMES).map(({ name }) => nameIn(name)),
    );
    return nodes.length > MOST_NAMES
      ? t('aggregation.levelMore', { nodes: names, count: nodes.length })
      : t('aggregation.levelNodes', { nodes: names });
  };
}
