import { Button } from '@blueprintjs/core';
import { Cross } from '@blueprintjs/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrameworkNode } from '../../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { Method } from '../../../shared/model/method.ts';
import type { MethodPreview } from '../../../shared/model/method-preview.ts';
import { Strip } from '../../charts/Strip.tsx';
import { useNames } from '../../i18n/use-names.ts';
import { selectNode, selectUnit, useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { CopyTable } from '../../ui/CopyTable.tsx';
import { shortNumber } from '../grid/short-number.ts';
import { ColumnTreatmentChoice } from './ColumnTreatmentChoice.tsx';
import type { MethodDraft } from './method-draft.ts';
import { OwnNormalisationChoice } from './NormalisationChoice.tsx';
import { columnsOf, type IndicatorColumns, spreadOf } from './spread.ts';
import { useSpreadWords } from './use-spread-words.ts';

interface IndicatorCardProps {
  readonly indicator: FrameworkNode;
  readonly method: Method;
  /** Of what is in force, and of the draft; null: refused. */
  readonly inForce: MethodPreview | null;
  readonly draft: MethodPreview | null;
  readonly error: unknown;
  readonly onChange: (part: MethodDraft) => void;
}

/** One indicator: its values before and after, and the rules of its own. */
export function IndicatorCard(props: IndicatorCardProps) {
  const { indicator, method, inForce, draft, error, onChange } = props;
  const { t } = useTranslation('method');
  const { t: common } = useTranslation('common');
  const nameIn = useNames();
  const { code } = indicator;
  const shown = draft ?? inForce;
  const columns = shown === null ? null : columnsOf(shown, code);
  const treatment = method.treatment.byIndicator[code];
  const normalisation = method.normalisationByIndicator[code];
  const spread = columns === null ? null : spreadOf(columns.raw);
  const definition = indicator.indicator;

  return (
    <section className="method-card" aria-label={nameIn(indicator.name)}>
      <header className="method-card-head">
        <h3>
          {nameIn(indicator.name)}
          {definition?.direction === -1 && (
            <span className="muted"> · {t('normalisation.lessIsBetter')}</span>
          )}
          {definition?.transform === 'log10' && (
            <span className="muted"> · {t('normalisation.log10')}</span>
          )}
        </h3>
        {columns !== null && shown !== null && (
          <CopyTable table={() => valuesTable(columns, shown, t)} />
        )}
        <Button
          size="small"
          variant="minimal"
          icon={<Cross size={14} />}
          aria-label={t('indicators.closeCard')}
          title={common('close')}
          onClick={() => selectNode(null)}
        />
      </header>
      {columns !== null && shown !== null && (
        <Stages columns={columns} units={shown.scores.units} name={nameIn(indicator.name)} />
      )}
      <div className="method-card-choices">
        <ColumnTreatmentChoice
          treatment={treatment}
          error={null}
          onChange={(next) =>
            onChange({
              treatment: {
                ...method.treatment,
                byIndicator: withOwn(method.treatment.byIndicator, code, next),
              },
            })
          }
        />
        <OwnNormalisationChoice
          value={normalisation}
          beginnings={{
            reference: shown?.scores.units[0] ?? ('' as UnitCode),
            range:
              spread !== null && spread.low < spread.high
                ? { lower: spread.low, upper: spread.high }
                : null,
            hasGoalposts: definition?.goalposts !== null,
            hasScaledBounds: definition?.scaledBounds !== null && definition?.scaleFactor !== null,
          }}
          error={null}
          onChange={(next) =>
            onChange({
              normalisationByIndicator: withOwn(method.normalisationByIndicator, code, next),
            })
          }
        />
      </div>
      <ControlError error={error} />
    </section>
  );
}

/** The record with a rule for one indicator, or without. */
function withOwn<Rule>(
  rules: Readonly<Record<NodeCode, Rule>>,
  code: NodeCode,
  rule: Rule | undefined,
): Record<NodeCode, Rule> {
  const { [code]: _dropped, ...others } = rules;
  return (rule === undefined ? others : { ...others, [code]: rule }) as Record<NodeCode, Rule>;
}

interface StagesProps {
  readonly columns: IndicatorColumns;
  readonly units: readonly UnitCode[];
  readonly name: string;
}

/** Raw, treated where that differs, and normalised values under each other; what is pointed at is named below. */
function Stages({ columns, units, name }: StagesProps) {
  const { t } = useTranslation('method');
  const words = useSpreadWords();
  const unitByCode = useWorkbook((state) => state.unitByCode);
  const nameIn = useNames();
  const selected = useSelection((state) => state.unit);
  const [hovered, setHovered] = useState(-1);
  const marked = selected === null ? -1 : units.indexOf(selected);
  const told = hovered >= 0 ? hovered : marked;
  const isTreated = columns.treated.some(
    (value, at) => value !== columns.raw[at] && !Number.isNaN(value),
  );
  const stages = (['raw', 'treated', 'normalised'] as const).filter(
    (stage) => stage !== 'treated' || isTreated,
  );
  const unit = units[told];
  const unitName = unit === undefined ? '' : (unitByCode.get(unit)?.name ?? null);
  return (
    <div className="method-stages">
      {stages.map((stage) => {
        const values = columns[stage];
        const { count, low, median, high } = spreadOf(values);
        const label = stage === 'normalised' ? 'normalisedAs' : 'asFound';
        return (
          <div className="method-stage" key={stage}>
            <span className="method-stage-name">{t(`column.${stage}`)}</span>
            {count === 0 ? (
              <span className="muted">
                {stage === 'normalised' && spreadOf(columns.raw).count > 0
                  ? t('indicators.constant')
                  : t('indicators.spreadNone')}
              </span>
            ) : (
              <div>
                <Strip
                  label={t(`indicators.${label}`, { indicator: name, text: words(values) })}
                  values={values}
                  marked={marked}
                  height={44}
                  onHover={setHovered}
                  onSelect={(at) => selectUnit(units[at] ?? null)}
                />
                <div className="method-stage-axis muted">
                  <span>{shortNumber(low)}</span>
                  <span>{shortNumber(median)}</span>
                  <span>{shortNumber(high)}</span>
                </div>
              </div>
            )}
            <span className="number method-stage-value">
              {told < 0 ? '' : shortNumber(values[told] ?? NaN)}
            </span>
          </div>
        );
      })}
      <p className="muted method-stage-unit">
        {unitName === '' ? ' ' : unitName === null ? unit : nameIn(unitName)}
      </p>
    </div>
  );
}

function valuesTable(
  columns: IndicatorColumns,
  preview: MethodPreview,
  t: (key: 'column.unit' | 'column.raw' | 'column.treated' | 'column.normalised') => string,
) {
  return {
    columns: [t('column.unit'), t('column.raw'), t('column.treated'), t('column.normalised')],
    rows: preview.scores.units.map((unit, at) => [
      unit,
      columns.raw[at] ?? null,
      columns.treated[at] ?? null,
      columns.normalised[at] ?? null,
    ]),
  };
}
