import { Checkbox, SegmentedControl } from '@blueprintjs/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodInput } from '../../../shared/contract/methods.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { ResultView } from '../../../shared/model/result-view.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatSharePercent } from '../../../shared/text/numbers.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { selectUnit, useSelection } from '../../stores/selection-store.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { ControlError } from '../../ui/ControlError.tsx';
import { neighbourInRank } from '../comparison/use-comparison.ts';
import { Select } from '../../ui/Select.tsx';
import { useLockedNodes } from '../weights/use-weights.ts';
import { Flip } from './Flip.tsx';

const NO_NODES: NodeCode[] = [];
const SPREADS = [null, 0.1, 0.25, 0.5] as const;

interface LeastFlipProps {
  readonly unit: UnitCode;
  readonly view: ResultView;
}

/** The least change of weights after which the lower of two units stands above the other. */
export function LeastFlip({ unit, view }: LeastFlipProps) {
  const { t } = useTranslation('whatItTakes');
  const names = useWorkbookNames();
  const scenario = useSelection((state) => state.scenario);
  const index = useWorkbook((state) => state.index);
  const locked = useLockedNodes();
  const [chosen, setChosen] = useState<UnitCode | null>(null);
  const [norm, setNorm] = useState<'l1' | 'l2'>('l1');
  const [parent, setParent] = useState<NodeCode | null>(null);
  const [spread, setSpread] = useState<number | null>(null);
  const [keepLocks, setKeepLocks] = useState(true);
  const ranked = view.ranked.includes(unit);
  const rival = useSelection((state) => state.rival);
  const other =
    [chosen, rival].find(
      (candidate) => candidate !== null && candidate !== unit && view.ranked.includes(candidate),
    ) ?? neighbourInRank(view, unit);
  const known = useMemo(
    () => (index === null ? [] : [...locked].filter((node) => index.byCode.has(node))),
    [locked, index],
  );
  const parents = [...(index?.byCode.values() ?? [])].filter(
    ({ code }) => (index?.children.get(code)?.length ?? 0) > 1,
  );
  return (
    <>
      <div className="takes-question">
        <Select
          aria-label={t('unit')}
          value={unit}
          options={[...view.ranked, ...view.notRanked].map((code) => ({
            value: code,
            label: names.unit(code),
          }))}
          onChange={(event) => selectUnit(event.currentTarget.value as UnitCode)}
        />
        {ranked && other !== null && (
          <label>
            {t('and')}
            <Select
              value={other}
              options={view.ranked
                .filter((code) => code !== unit)
                .map((code) => ({ value: code, label: names.unit(code) }))}
              onChange={(event) => setChosen(event.currentTarget.value as UnitCode)}
            />
          </label>
        )}
      </div>
      <div className="flip-options">
        <label>
          {t('which')}
          <Select
            value={parent ?? ''}
            options={[
              { value: '', label: t('allWeights') },
              ...parents.map(({ code }) => ({
                value: code,
                label: t('childrenOf', { node: names.node(code) }),
              })),
            ]}
            onChange={(event) =>
              setParent(
                event.currentTarget.value === '' ? null : (event.currentTarget.value as NodeCode),
              )
            }
          />
        </label>
        <label>
          {t('spread')}
          <Select
            value={String(spread)}
            options={SPREADS.map((value) => ({
              value: String(value),
              label:
                value === null ? t('anywhere') : t('within', { share: formatSharePercent(value) }),
            }))}
            onChange={(event) =>
              setSpread(
                event.currentTarget.value === 'null' ? null : Number(event.currentTarget.value),
              )
            }
          />
        </label>
        <SegmentedControl
          size="small"
          aria-label={t('norm')}
          value={norm}
          onValueChange={(value) => setNorm(value as 'l1' | 'l2')}
          options={[
            { value: 'l1', label: t('l1') },
            { value: 'l2', label: t('l2') },
          ]}
        />
        {known.length > 0 && (
          <Checkbox
            checked={keepLocks}
            label={t('keepLocks', { count: known.length })}
            onChange={(event) => setKeepLocks(event.currentTarget.checked)}
          />
        )}
      </div>
      {ranked && other !== null ? (
        <Answer
          question={{
            scenario,
            region: { parent, spread, locked: keepLocks ? known : NO_NODES },
            units: [unit, other],
            norm,
          }}
          names={names}
        />
      ) : (
        <p className="takes-sentence">
          {ranked ? t('alone') : t('notRanked', { unit: names.unit(unit) })}
        </p>
      )}
    </>
  );
}

interface AnswerProps {
  readonly question: MethodInput<'flips.least'>;
  readonly names: Names;
}

function Answer({ question, names }: AnswerProps) {
  const { t } = useTranslation('whatItTakes');
  // null: no weights of the region flip the two.
  const { answer: flip, to, error, waiting } = useAnswer('flips.least', question);
  if (error !== null) return <ControlError error={error} />;
  if (flip === undefined) {
    return (
      <p className="takes-sentence muted" role="status">
        {t('seeking')}
      </p>
    );
  }
  return (
    <div aria-busy={waiting} className="takes-answer">
      {flip === null ? (
        <p className="takes-sentence">{t('noFlip')}</p>
      ) : (
        <Flip flip={flip} parent={to?.region.parent ?? null} names={names} />
      )}
    </div>
  );
}
