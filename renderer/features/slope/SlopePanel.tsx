import { Button } from '@blueprintjs/core';
import { useDeferredValue, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { BASELINE, ScenarioId } from '../../../shared/model/ids.ts';
import { viewResult } from '../../../shared/model/result-view.ts';
import { formatScore, formatScoreDifference, MISSING_MARK } from '../../../shared/text/numbers.ts';
import { rankChangeInWords } from '../../../shared/text/rank-change-in-words.ts';
import { Chart } from '../../charts/Chart.tsx';
import { useChartColours } from '../../charts/colours.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { useScenarioNames } from '../../i18n/use-scenario-names.ts';
import { hoverUnit, useHover } from '../../stores/hover-store.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useScores, useShownScores } from '../../stores/score-store.ts';
import { selectUnit, useSelection } from '../../stores/selection-store.ts';
import { useMemory } from '../../stores/use-memory.ts';
import { Failed, Loading, Placeholder } from '../../ui/Placeholder.tsx';
import { useViewport } from '../../ui/use-viewport.ts';
import { useUnitNames } from '../ranking/use-unit-names.ts';
import { type SlopeLine, slopeLines, type Standing } from './slope-lines.ts';
import { slopeOption } from './slope-option.ts';
import { slopeTable } from './slope-table.ts';
import './slope.css';
import { useOtherScores } from './use-other-scores.ts';
import { Select } from '../../ui/Select.tsx';

const SlopeMemory = z.object({
  /** The scenario on the left; `before`: the selected one before the drag; `auto`: the baseline where that is another. */
  other: z.union([z.literal('auto'), z.literal('before'), ScenarioId]),
  scale: z.enum(['rank', 'score']),
});
type SlopeMemory = z.infer<typeof SlopeMemory>;

const initial: SlopeMemory = { other: 'auto', scale: 'rank' };

/** Lines from the ranks in another scenario to the ranks on screen; they follow a drag. */
export function SlopePanel() {
  const { t } = useTranslation('slope');
  const panel = useRef<HTMLDivElement>(null);
  const { height } = useViewport(panel);
  const [memory, keep] = useMemory('slope', SlopeMemory, initial);
  const { scenarios, other } = useOther(memory.other);
  const { scores: before, error } = useOtherScores(other);
  // Drawing may lag behind the hand: the ranking must not.
  const after = useDeferredValue(useShownScores());
  const failure = useScores((state) => state.error) ?? error;
  const lines = useMemo(
    () => (before === null || after === null ? null : slopeLines(before, after)),
    [before, after],
  );
  return (
    <div className="panel slope" ref={panel}>
      {failure !== null ? (
        <Failed error={failure} />
      ) : lines === null || before === null || after === null ? (
        <Loading />
      ) : lines.length === 0 ? (
        <Placeholder title={t('empty')}>
          <p>{t('emptyWhat')}</p>
        </Placeholder>
      ) : (
        // A panel behind another tab has no height, and nothing to draw.
        height > 0 && (
          <SlopeChart
            lines={lines}
            before={before}
            after={after}
            scale={memory.scale}
            other={other}
            controls={
              <>
                <Select
                  className="slope-other"
                  minimal
                  aria-label={t('other')}
                  title={t('other')}
                  value={other ?? 'before'}
                  onChange={({ currentTarget: { value } }) =>
                    keep({ ...memory, other: value as SlopeMemory['other'] })
                  }
                  options={[{ value: 'before', label: t('before') }, ...scenarios]}
                />
                {(['rank', 'score'] as const).map((scale) => (
                  <Button
                    key={scale}
                    size="small"
                    variant="minimal"
                    text={t(`scale.${scale}`)}
                    aria-pressed={memory.scale === scale}
                    onClick={() => keep({ ...memory, scale })}
                  />
                ))}
              </>
            }
          />
        )
      )}
    </div>
  );
}

interface SlopeChartProps {
  readonly lines: readonly SlopeLine[];
  readonly before: NonNullable<ReturnType<typeof useShownScores>>;
  readonly after: NonNullable<ReturnType<typeof useShownScores>>;
  readonly scale: SlopeMemory['scale'];
  readonly other: ScenarioId | null;
  readonly controls: React.ReactNode;
}

function SlopeChart({ lines, before, after, scale, other, controls }: SlopeChartProps) {
  const { t } = useTranslation('slope');
  const colours = useChartColours();
  const nameOf = useUnitNames();
  const nameOfScenario = useScenarioNames();
  const selected = useSelection((state) => state.unit);
  const scenario = useSelection((state) => state.scenario);
  const hovered = useHover((state) => state.unit);
  const headings = useMemo(
    () => ({
      before: other === null ? t('beforeHeading') : nameOfScenario(other),
      after: nameOfScenario(scenario),
    }),
    [other, scenario, nameOfScenario, t],
  );
  const option = useMemo(
    () =>
      slopeOption({
        lines,
        scale,
        headings,
        unrankedHeading: t('unranked'),
        nameOf,
        valueOf: (standing) => valueText(standing, scale),
        markOf: (line) => markText(line, scale, t('newMark')),
        selected,
        hovered,
        colours,
      }),
    [lines, scale, headings, nameOf, selected, hovered, colours, t],
  );
  const summary = useSummary(lines, before, after);
  const table = useMemo(
    () =>
      slopeTable(lines, nameOf, [
        t('table.unit'),
        t('table.rankIn', { scenario: headings.before }),
        t('table.rankIn', { scenario: headings.after }),
        t('table.scoreIn', { scenario: headings.before }),
        t('table.scoreIn', { scenario: headings.after }),
        t('table.difference'),
      ]),
    [lines, nameOf, headings, t],
  );
  const unitOf = (dataIndex: number) => lines[dataIndex]?.unit ?? null;
  return (
    <>
      <Chart
        title={t('title', { before: headings.before, after: headings.after })}
        summary={summary}
        option={option}
        table={table}
        controls={controls}
        onSelect={({ dataIndex }) => selectUnit(unitOf(dataIndex))}
        onPoint={(point) => hoverUnit(point === null ? null : unitOf(point.dataIndex))}
      />
      <p className="slope-summary">{summary}</p>
    </>
  );
}

function valueText({ rank, tied, score }: Standing, scale: SlopeMemory['scale']): string {
  if (rank === 0) return MISSING_MARK;
  if (scale === 'score') return formatScore(score);
  return tied ? `${rank}=` : String(rank);
}

function markText({ move, before, after }: SlopeLine, scale: SlopeMemory['scale'], isNew: string) {
  if (move === 'in') return isNew;
  if (move === 'out') return '';
  const places = before.rank - after.rank;
  const arrow = places === 0 ? '' : places > 0 ? `▲${places}` : `▼${-places}`;
  if (scale === 'rank') return arrow;
  const difference = formatScoreDifference(after.score - before.score);
  return arrow === '' ? difference : `${difference} ${arrow}`;
}

/** What the chart shows, in two sentences: how many move, and which moves furthest. */
function useSummary(
  lines: readonly SlopeLine[],
  before: SlopeChartProps['before'],
  after: SlopeChartProps['after'],
): string {
  const { t } = useTranslation('slope');
  const names = useWorkbookNames();
  return useMemo(() => {
    const count = (...moves: readonly SlopeLine['move'][]) =>
      lines.filter(({ move }) => moves.includes(move)).length;
    const furthest = lines
      .filter(({ move }) => move === 'up' || move === 'down')
      .toSorted(
        (a, b) => Math.abs(b.before.rank - b.after.rank) - Math.abs(a.before.rank - a.after.rank),
      )[0];
    const counts = {
      up: count('up'),
      down: count('down'),
      same: count('same'),
      changed: count('in', 'out'),
    };
    if (counts.up + counts.down + counts.changed === 0) return t('summary.same');
    const said =
      counts.changed > 0 ? t('summary.countsChanged', counts) : t('summary.counts', counts);
    if (furthest === undefined) return said;
    const change = rankChangeInWords(furthest.unit, viewResult(before), viewResult(after), names);
    return change === null ? said : t('summary.furthest', { counts: said, change });
  }, [lines, before, after, names, t]);
}

/** The scenario on the left, and those to choose from. null: the selected one before the drag. */
function useOther(wanted: SlopeMemory['other']) {
  const selected = useSelection((state) => state.scenario);
  const all = useScenarios((state) => state.scenarios);
  const nameOf = useScenarioNames();
  return useMemo(() => {
    const others = all.filter(({ id }) => id !== selected);
    const exists = others.find(({ id }) => id === wanted)?.id;
    const automatic = wanted !== 'before' && selected !== BASELINE ? BASELINE : null;
    return {
      other: exists ?? automatic,
      scenarios: others.map(({ id }) => ({ value: id, label: nameOf(id) })),
    };
  }, [all, selected, wanted, nameOf]);
}
