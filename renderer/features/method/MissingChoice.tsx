import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  aggregateLevels,
  entryOfLevel,
  withLevel,
} from '../../../shared/model/framework-levels.ts';
import { type Method, MissingRule } from '../../../shared/model/method.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import type { MethodDraft } from './method-draft.ts';
import { NumberField } from './NumberField.tsx';
import { RuleChoice } from './RuleChoice.tsx';
import { useLevelNames } from './AggregationChoice.tsx';
import { Select } from '../../ui/Select.tsx';

interface MissingChoiceProps {
  readonly method: Method;
  readonly error: unknown;
  readonly onChange: (part: MethodDraft) => void;
}

/** What a gap does, and how much must be known for a node to count and a unit to be ranked. */
export function MissingChoice({ method, error, onChange }: MissingChoiceProps) {
  const { t } = useTranslation('method');
  const index = useWorkbook((state) => state.index);
  const levelNames = useLevelNames();
  const levels = index === null ? [] : aggregateLevels(index);
  const needsGroup = method.missing === 'group-mean' || method.missing === 'group-median';
  const shares = method.availability.length === 0 ? [0] : method.availability;
  const percentProblem = (value: number) =>
    value >= 0 && value <= 100 ? null : t('invalid.range', { low: 0, high: 100 });

  function chooseShare(level: number, percent: number): void {
    const next = withLevel(shares, level, percent / 100, levels.length);
    onChange({ availability: next.every((share) => share === 0) ? [] : next });
  }

  return (
    <section className="method-section" aria-label={t('missing.title')}>
      <h3>{t('missing.title')}</h3>
      <RuleChoice
        label={t('missing.rule')}
        hideLabel
        rule={method.missing}
        options={MissingRule.options.map((value) => ({
          value,
          label: t(`missing.name.${value}`),
        }))}
        sentence={t(`missing.sentence.${method.missing}`)}
        error={error}
        onChange={(missing) => onChange({ missing })}
      >
        {needsGroup && (
          <GroupAttribute
            attribute={method.groupAttribute}
            onChange={(groupAttribute) => onChange({ groupAttribute })}
          />
        )}
      </RuleChoice>
      <h4>{t('missing.availabilityHead')}</h4>
      {levels
        .map((nodes, at) => (
          <div className="method-threshold" key={nodes[0]?.code}>
            <span>
              {t('aggregation.level', { level: at + 1 })}{' '}
              <span className="muted">{levelNames(nodes)}</span>
            </span>
            <NumberField
              hideLabel
              label={t('missing.availability', { level: at + 1 })}
              value={(entryOfLevel(shares, at) ?? 0) * 100}
              suffix="%"
              problem={percentProblem}
              onChange={(percent) => chooseShare(at, percent)}
            />
          </div>
        ))
        .toReversed()}
      <p className="method-sentence">{t('missing.availabilitySentence')}</p>
      <div className="method-threshold">
        <h4>{t('missing.minCoverage')}</h4>
        <NumberField
          hideLabel
          label={t('missing.minCoverage')}
          value={method.minCoverage * 100}
          suffix="%"
          problem={percentProblem}
          onChange={(percent) => onChange({ minCoverage: percent / 100 })}
        />
      </div>
      <p className="method-sentence">{t('missing.minCoverageSentence')}</p>
    </section>
  );
}

function GroupAttribute(props: {
  readonly attribute: string | null;
  readonly onChange: (attribute: string | null) => void;
}) {
  const { t } = useTranslation('method');
  const units = useWorkbook((state) => state.units);
  const attributes = useMemo(
    () => [...new Set(units.flatMap((unit) => Object.keys(unit.attributes)))],
    [units],
  );
  const id = useId();
  if (attributes.length === 0) return <p className="muted">{t('missing.noAttributes')}</p>;
  return (
    <div className="method-number">
      <label htmlFor={id}>{t('missing.group')}</label>
      <Select
        id={id}
        value={props.attribute ?? ''}
        options={[
          { value: '', label: t('missing.groupNone') },
          ...attributes.map((attribute) => ({ value: attribute, label: attribute })),
        ]}
        onChange={(event) => props.onChange(event.currentTarget.value || null)}
      />
    </div>
  );
}
