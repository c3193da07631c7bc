import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { useLanguage, useNames } from '../../i18n/use-names.ts';
import { showView } from '../../stores/layout-store.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useScores } from '../../stores/score-store.ts';
import { selectUnit, useSelection } from '../../stores/selection-store.ts';
import { useSettings } from '../../stores/settings-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { formatPercent } from '../../../shared/text/numbers.ts';
import { HintCard } from '../../ui/HintCard.tsx';
import { Failed, Loading } from '../../ui/Placeholder.tsx';
import { useViewport } from '../../ui/use-viewport.ts';
import { RankedRowView } from './RankedRowView.tsx';
import './ranking.css';
import { RankingHeader } from './RankingHeader.tsx';
import { type HintSubject, RankingHint } from './RankingHint.tsx';
import { RankingSentence } from './RankingSentence.tsx';
import { layOutRows, type RowHeights } from './row-layout.ts';
import { BY_RANK, type RankingSort, sortRows } from './sort-rows.ts';
import { UnrankedRowView } from './UnrankedRowView.tsx';
import { type Ranking, useRanking } from './use-ranking.ts';
import { useSpokenRows } from './use-spoken-rows.ts';

/** Units by rank, with what is known of each and what is not. */
export function RankingPanel() {
  const ranking = useRanking();
  const error = useScores((state) => state.error);
  if (error !== null) return <Failed error={error} />;
  return ranking === null ? <Loading /> : <RankingTable ranking={ranking} />;
}

const HEIGHTS: Record<'compact' | 'normal' | 'relaxed', RowHeights> = {
  compact: { ranked: 32, unranked: 26, heading: 30 },
  normal: { ranked: 36, unranked: 28, heading: 34 },
  relaxed: { ranked: 42, unranked: 32, heading: 38 },
};

interface Hint {
  readonly unit: UnitCode;
  readonly subject: HintSubject;
  readonly anchor: DOMRect;
}

function RankingTable({ ranking }: { ranking: Ranking }) {
  const { t } = useTranslation('ranking');
  const [sort, setSort] = useState<RankingSort>(BY_RANK);
  const [hint, setHint] = useState<Hint | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const viewport = useViewport(list);
  const selected = useSelection((state) => state.unit);
  const threshold = useScenarios((state) => state.resolved?.method.minCoverage ?? 0);
  const heights = HEIGHTS[useSettings((state) => state.density)];
  const nameOf = useUnitNames();
  const spokenOf = useSpokenRows(nameOf);
  const intervalOf = useIntervals();
  const moving = useScores((state) => state.preview !== null);
  const compareNames = useNameOrder();

  const ranked = useMemo(
    () => sortRows(ranking.ranked, sort, ({ unit }) => nameOf(unit), compareNames),
    [ranking, sort, nameOf, compareNames],
  );
  const { unranked } = ranking;
  const layout = layOutRows(ranked.length, unranked.length, heights);
  const seen = layout.seen(viewport.top, viewport.height);
  const order = () => [...ranked, ...unranked].map(({ unit }) => unit);

  function onKeyDown(event: KeyboardEvent) {
    const units = order();
    const at = selected === null ? -1 : units.indexOf(selected);
    const next = placeAfterKey(event.key, at, units.length);
    if (event.key === 'Enter' && at >= 0) showView('unit');
    else if (next === null) return;
    else {
      const unit = units[next];
      if (unit === undefined) return;
      selectUnit(unit);
      const top =
        next < ranked.length
          ? layout.topOfRanked(next)
          : layout.topOfUnranked(next - ranked.length);
      scrollIntoView(list.current, top, heights.ranked);
    }
    event.preventDefault();
  }

  function onPointAt(event: PointerEvent) {
    const cell = (event.target as Element).closest<HTMLElement>('[data-hint]');
    const unit = cell?.closest<HTMLElement>('[data-unit]')?.dataset['unit'];
    if (cell === null || cell === undefined || unit === undefined) return setHint(null);
    setHint({
      unit: unit as UnitCode,
      subject: cell.dataset['hint'] as HintSubject,
      anchor: cell.getBoundingClientRect(),
    });
  }

  function onClick(event: MouseEvent) {
    const unit = (event.target as Element).closest<HTMLElement>('[data-unit]')?.dataset['unit'];
    if (unit !== undefined) selectUnit(unit as UnitCode);
  }

  const hinted = ranking.ranked.find(({ unit }) => unit === hint?.unit);
  const lacking = unranked.find(({ unit }) => unit === hint?.unit);
  return (
    <div className="panel ranking">
      <RankingSentence ranking={ranking} nameOf={nameOf} />
      <RankingHeader sort={sort} onSort={setSort} />
      <div
        className="panel-scroll ranking-list"
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={t('list')}
        aria-activedescendant={selected === null ? undefined : rowId(selected)}
        onKeyDown={onKeyDown}
        onPointerOver={onPointAt}
        onPointerLeave={() => setHint(null)}
        onClick={onClick}
        onDoubleClick={() => showView('unit')}
      >
        <div className="ranking-rows" style={{ height: layout.height }}>
          {ranked.slice(seen.ranked.from, seen.ranked.to).map((row, at) => (
            <RankedRowView
              key={row.unit}
              id={rowId(row.unit)}
              row={row}
              {...intervalOf(row)}
              name={nameOf(row.unit)}
              scale={ranking.scale}
              spokenOf={spokenOf.ranked}
              moving={moving}
              selected={row.unit === selected}
              top={layout.topOfRanked(seen.ranked.from + at)}
            />
          ))}
          {unranked.length > 0 && (
            <div
              className="ranking-heading"
              role="presentation"
              style={{ transform: `translateY(${layout.headingTop}px)` }}
            >
              {threshold > 0
                ? t('unrankedHeading', { threshold: formatPercent(threshold) })
                : t('unrankedNoThreshold')}
            </div>
          )}
          {unranked.slice(seen.unranked.from, seen.unranked.to).map((row, at) => (
            <UnrankedRowView
              key={row.unit}
              id={rowId(row.unit)}
              row={row}
              name={nameOf(row.unit)}
              lacksOf={spokenOf.lacks}
              spokenOf={spokenOf.unranked}
              moving={moving}
              selected={row.unit === selected}
              top={layout.topOfUnranked(seen.unranked.from + at)}
            />
          ))}
        </div>
      </div>
      {hint !== null && hinted !== undefined && (
        <HintCard anchor={hint.anchor}>
          <RankingHint subject={hint.subject} row={hinted} ranking={ranking} nameOf={nameOf} />
        </HintCard>
      )}
      {hint !== null && lacking !== undefined && (
        <HintCard anchor={hint.anchor}>
          <p>{spokenOf.lacksAll(lacking)}</p>
        </HintCard>
      )}
    </div>
  );
}

function rowId(unit: UnitCode): string {
  return `ranking-${encodeURIComponent(unit)}`;
}

/** The place that a key leads to; null: the key is not ours. */
function placeAfterKey(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(at + 10, count - 1);
    case 'PageUp':
      return Math.max(at - 10, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function scrollIntoView(list: HTMLElement | null, top: number, rowHeight: number): void {
  if (list === null) return;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + rowHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top + rowHeight - list.clientHeight;
}

function useUnitNames(): (unit: UnitCode) => string {
  const unitByCode = useWorkbook((state) => state.unitByCode);
  const nameIn = useNames();
  return useMemo(
    () => (code) => {
      const unit = unitByCode.get(code);
      return unit === undefined ? code : nameIn(unit.name);
    },
    [unitByCode, nameIn],
  );
}

function useNameOrder(): (a: string, b: string) => number {
  const language = useLanguage();
  return useMemo(() => new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en').compare, [language]);
}

/** Rank intervals to print. A preview has none of its own by draws; the committed ones stay, marked as old. */
function useIntervals() {
  const committed = useScores((state) => state.committed);
  return useMemo(() => {
    const place = new Map(committed?.units.map((unit, at) => [unit, at]) ?? []);
    return (row: Ranking['ranked'][number]) => {
      if (row.plausible !== null)
        return { best: row.plausible.low, worst: row.plausible.high, intervalIsOld: false };
      const at = place.get(row.unit);
      const low = at === undefined ? undefined : committed?.plausible?.low[at];
      const high = at === undefined ? undefined : committed?.plausible?.high[at];
      return low === undefined || high === undefined || low === 0
        ? { best: row.best, worst: row.worst, intervalIsOld: false }
        : { best: low, worst: high, intervalIsOld: true };
    };
  }, [committed]);
}
