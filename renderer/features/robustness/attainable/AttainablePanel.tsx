import { Checkbox, SegmentedControl } from '@blueprintjs/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { NodeCode } from '../../../../shared/model/ids.ts';
import type {
  AttainableAnswer,
  AttainableRequest,
  AttainableResult,
  WeightRegionAsked,
} from '../../../../shared/model/weight-analysis.ts';
import { formatSharePercent } from '../../../../shared/text/numbers.ts';
import { enumerateNames, inARow } from '../../../../shared/text/lists.ts';
import { useLanguage, useWorkbookNames } from '../../../i18n/use-names.ts';
import { useScenarioName } from '../../../i18n/use-scenario-names.ts';
import { useScores } from '../../../stores/score-store.ts';
import { useMemory } from '../../../stores/use-memory.ts';
import { useWorkbook } from '../../../stores/workbook-store.ts';
import { attainableRanks } from '../analysis/analyses.ts';
import type { Kept } from '../analysis/analysis.ts';
import { NoResult } from '../analysis/NoResult.tsx';
import { ResultNote } from '../analysis/ResultNote.tsx';
import { RunControl } from '../analysis/RunControl.tsx';
import { useAnalysis } from '../analysis/use-analysis.ts';
import '../robustness.css';
import { NumberField } from '../setup/NumberField.tsx';
import { useRobustnessSetup } from '../setup/use-robustness-setup.ts';
import { asPercent } from '../setup/WeightSource.tsx';
import { useRankedCount } from '../use-ranked-count.ts';
import { AttainableTable } from './AttainableTable.tsx';
import { Select } from '../../../ui/Select.tsx';

const RegionChoices = z.object({
  /** null: the weights of all indicators. */
  parent: NodeCode.nullable(),
  anywhere: z.boolean(),
  spread: z.number().min(0.001).max(10),
  keepLocks: z.boolean(),
});
type RegionChoices = z.infer<typeof RegionChoices>;

const INITIAL: RegionChoices = { parent: null, anywhere: false, spread: 0.25, keepLocks: true };

/** Best and worst rank of every unit that weights can bring about, with the weights that do it. */
export function AttainablePanel() {
  const { t } = useTranslation('robustness');
  const { kept } = useAnalysis(attainableRanks);
  return (
    <div className="panel robustness-result">
      <RunAttainable />
      {kept === null ? (
        <NoResult title={t('attainable.title')}>{t('attainable.empty')}</NoResult>
      ) : (
        <Ranges kept={kept} />
      )}
    </div>
  );
}

function RunAttainable() {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const { locked } = useRobustnessSetup();
  const index = useWorkbook((workbook) => workbook.index);
  const rankedCount = useRankedCount();
  const [choices, keep] = useMemory('robustness.attainable', RegionChoices, INITIAL);
  // Weights can move only between siblings.
  const parents = [...(index?.children ?? [])].flatMap(([parent, children]) =>
    children.length > 1 ? [parent] : [],
  );
  const parent =
    choices.parent !== null && parents.includes(choices.parent) ? choices.parent : null;
  const region: WeightRegionAsked = {
    parent,
    spread: choices.anywhere ? null : choices.spread,
    locked: choices.keepLocks ? locked.toSorted() : [],
  };
  return (
    <div className="result-controls">
      <Select
        aria-label={t('attainable.scope')}
        value={parent ?? ''}
        options={[
          { value: '', label: t('attainable.allIndicators') },
          ...parents.map((code) => ({
            value: code,
            label: t('attainable.below', { node: names.node(code) }),
          })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          keep({ ...choices, parent: value === '' ? null : (value as NodeCode) })
        }
      />
      <SegmentedControl
        aria-label={t('attainable.region')}
        size="small"
        value={choices.anywhere ? 'anywhere' : 'spread'}
        options={[
          { value: 'spread', label: t('attainable.within') },
          { value: 'anywhere', label: t('attainable.anywhere') },
        ]}
        onValueChange={(next) => keep({ ...choices, anywhere: next === 'anywhere' })}
      />
      {!choices.anywhere && (
        <NumberField
          label={t('attainable.spread')}
          value={asPercent(choices.spread)}
          least={0.1}
          most={1000}
          measure="%"
          onEnter={(percent) => keep({ ...choices, spread: percent / 100 })}
        />
      )}
      <Checkbox
        checked={choices.keepLocks}
        onChange={() => keep({ ...choices, keepLocks: !choices.keepLocks })}
      >
        {t('weights.keepLocks', { count: locked.length })}
      </Checkbox>
      <RunControl
        analysis={attainableRanks}
        label={t('attainable.run')}
        disabledBecause={rankedCount === 0 ? t('noRanked') : null}
        onRun={() => void attainableRanks.run({ region })}
      />
    </div>
  );
}

function Ranges({ kept }: { kept: Kept<AttainableRequest, AttainableResult> }) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const language = useLanguage();
  const scenario = useScenarioName();
  const committed = useScores((state) => state.committed);
  const { result, request, engine, current } = kept;
  const { parent, spread, locked } = request.region;
  const nominalOf = useMemo(
    () => new Map(committed?.units.map((unit, at) => [unit, committed.rank[at] ?? 0])),
    [committed],
  );
  const first = result.filter(({ best }) => best.rank === 1);
  const unproved = result.filter((each) => !isProved(each)).length;
  const statement = [
    t(parent === null ? 'attainable.statementAll' : 'attainable.statementBelow', {
      node: parent === null ? '' : names.node(parent),
      scenario,
      engine,
    }),
    spread === null
      ? t('attainable.statementAnywhere')
      : t('attainable.statementWithin', { spread: formatSharePercent(spread) }),
    ...(locked.length === 0
      ? []
      : [
          t('attainable.statementLocked', {
            nodes: enumerateNames(language, locked.map(names.node)),
          }),
        ]),
    t('attainable.statementSearch'),
  ];
  return (
    <>
      <div className="result-body">
        <p className="result-summary">
          {t(first.length === 0 ? 'attainable.summaryNone' : 'attainable.summary', {
            count: first.length,
            total: result.length,
            units: enumerateNames(
              language,
              first.slice(0, 10).map(({ unit }) => names.unit(unit)),
            ),
          })}
        </p>
        {unproved > 0 && (
          <p className="result-summary">{t('attainable.unproved', { count: unproved })}</p>
        )}
        <AttainableTable answers={result} nominalOf={nominalOf} current={current} />
      </div>
      <ResultNote analysis={attainableRanks} kept={kept} statement={inARow(language, statement)} />
    </>
  );
}

function isProved({ best, worst }: AttainableAnswer): boolean {
  return best.rank === best.bound && worst.rank === worst.bound;
}
