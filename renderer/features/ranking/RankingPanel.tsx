import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { showView } from '../../stores/layout-store.ts';
import { useHover } from '../../stores/hover-store.ts';
import { useScoresAtPause } from '../../stores/calm-scores.ts';
import { showParts } from '../../stores/parts-on-screen.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useScores, useWeightsMove } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useSettings } from '../../stores/settings-store.ts';
import { formatSharePercent } from '../../../shared/text/numbers.ts';
import { HintCard } from '../../ui/HintCard.tsx';
import { Failed, Loading } from '../../ui/Placeholder.tsx';
import { useViewport } from '../../ui/use-viewport.ts';
import { nodesOf } from './breakdown.ts';
import { OpenGroupsNote } from './OpenGroupsNote.tsx';
import { PaintedRows } from './PaintedRows.tsx';
import { RankedRows } from './RankedRows.tsx';
import './ranking.css';
import { RankingHeader } from './RankingHeader.tsx';
import { RankingHint } from './RankingHint.tsx';
import { remember, useRankingMemory } from './ranking-memory.ts';
import { RankingSentence } from './RankingSentence.tsx';
import { layOutRows, type RowHeights } from './row-layout.ts';
import type { RowLook } from './row-look.ts';
import type { RankingSort } from './sort-rows.ts';
import { LeftOutUnits } from './LeftOutUnits.tsx';
import { offerRanking } from './ranking-on-screen.ts';
import { UnrankedRows } from './UnrankedRows.tsx';
import { useRankIntervals } from './use-rank-intervals.ts';
import { useRankingHint } from './use-ranking-hint.ts';
import { useRankingKeys } from './use-ranking-keys.ts';
import { type Ranking, useRanking } from './use-ranking.ts';
import { useRankingToSave } from './use-ranking-to-save.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { leaveRankingFullScreen, useRankingFullScreen } from './full-screen.ts';
import { RankingToolbar } from './RankingToolbar.tsx';
import { RowMenu } from './RowMenu.tsx';
import { useRowMenu } from './use-row-menu.ts';
import { useRowSlots } from './row-slots.ts';
import { canPaintRows, useRowsPainted } from './use-rows-painted.ts';
import { useRowPointer } from './use-row-pointer.ts';
import { useShownRows } from './use-shown-rows.ts';
import { useSpokenRows } from './use-spoken-rows.ts';
import { usePartNames } from './use-part-names.ts';
import { useUnitNames } from './use-unit-names.ts';

/** Units by rank, with what is known of each and what is not. */
export function RankingPanel() {
  // Rows that are not painted are laid out at every step.
  const live = useScores(({ preview }) => (canPaintRows() ? null : preview));
  const atPause = useScoresAtPause();
  const ranking = useRanking(live ?? atPause);
  const { t } = useTranslation('frame');
  const error = useScores((state) => state.error);
  const fillsScreen = useRankingFullScreen((state) => state.open);
  // With the panel goes what it fills.
  useEffect(() => leaveRankingFullScreen, []);
  if (error !== null) return <Failed error={error} />;
  if (ranking === null) return <Loading />;
  if (!fillsScreen) return <RankingRowsView ranking={ranking} />;
  return (
    <Dialog
      className="full-screen"
      isOpen
      title={t('panel.ranking')}
      onClose={leaveRankingFullScreen}
    >
      <div className="ranking-full-screen">
        <RankingToolbar />
        <RankingRowsView ranking={ranking} />
      </div>
    </Dialog>
  );
}

const HEIGHTS: Record<'compact' | 'normal' | 'relaxed', RowHeights> = {
  compact: { ranked: 32, unranked: 26, heading: 30 },
  normal: { ranked: 36, unranked: 28, heading: 34 },
  relaxed: { ranked: 42, unranked: 32, heading: 38 },
};

function RankingRowsView({ ranking }: { ranking: Ranking }) {
  const { t } = useTranslation('ranking');
  const { sort } = useRankingMemory();
  const list = useRef<HTMLDivElement>(null);
  const viewport = useViewport(list);
  const selected = useSelection((state) => state.unit);
  const rival = useSelection((state) => state.rival);
  const hovered = useHover((state) => state.unit);
  const threshold = useScenarios((state) => state.resolved?.method.minCoverage ?? 0);
  const heights = HEIGHTS[useSettings((state) => state.density)];
  const nameOf = useUnitNames();
  const spokenOf = useSpokenRows(nameOf, usePartNames(ranking.breakdown));
  const intervalOf = useRankIntervals();
  const look = useRowLook(ranking);
  const moving = useWeightsMove();
  useEffect(() => showParts(nodesOf(ranking.breakdown)), [ranking.breakdown]);
  useEffect(() => () => showParts([]), []);
  const compareNames = useNameOrder();
  const { ranked, unranked, narrowed } = useShownRows(ranking, sort, nameOf, compareNames);
  const layout = layOutRows(ranked.length, unranked.length, heights);
  const seen = layout.seen(viewport.top, viewport.height, BEYOND);
  const scale = look.aligned ? ranking.partScale : ranking.scale;
  const { painted, jumps, onArrived } = useRowsPainted(moving);
  const inSight = useRowSlots(ranked, seen.ranked);
  const { hint, pointAt, turnHint, endHint } = useRankingHint(list, rowId);
  const toSave = useRankingToSave(ranking, ranked, unranked, look, nameOf);
  useEffect(() => offerRanking(toSave), [toSave]);

  const onKeyDown = useRankingKeys({
    ranked: ranked.map(({ unit }) => unit),
    unranked: unranked.map(({ unit }) => unit),
    onMoved: (place) => {
      endHint();
      const top =
        place < ranked.length
          ? layout.topOfRanked(place)
          : layout.topOfUnranked(place - ranked.length);
      scrollIntoView(list.current, top, heights.ranked);
    },
    onTurnHint: turnHint,
    onEndHint: endHint,
  });
  const isRanked = (unit: UnitCode) => ranked.some((row) => row.unit === unit);
  // The selected unit may be left out of the scenario, or not among those that are shown.
  const isListed = (unit: UnitCode) => isRanked(unit) || unranked.some((row) => row.unit === unit);
  const { drag, ...pointer } = useRowPointer(isRanked);
  const menu = useRowMenu(list, rowId, isRanked);
  // While a row is dragged the two are marked as they would be compared.
  const marked = drag === null ? { unit: selected, rival } : { unit: drag.unit, rival: drag.over };

  const hinted = ranking.ranked.find(({ unit }) => unit === hint?.unit);
  const lacking = unranked.find(({ unit }) => unit === hint?.unit);
  return (
    <div
      className="panel ranking"
      data-aligned={look.aligned || undefined}
      data-intervals={look.ranks === null ? undefined : true}
    >
      <RankingSentence
        ranking={ranking}
        nameOf={nameOf}
        shown={narrowed ? ranked.length + unranked.length : null}
      />
      {look.ranks !== null && <OpenGroupsNote ranking={ranking} />}
      <RankingHeader ranking={ranking} look={look} sort={sort} onSort={rememberSort} />
      <div
        className="panel-scroll ranking-list"
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={t('list')}
        aria-activedescendant={
          selected === null || !isListed(selected) ? undefined : rowId(selected)
        }
        data-dragging={drag === null ? undefined : true}
        onKeyDown={onKeyDown}
        onPointerOver={pointAt}
        onPointerDown={pointer.onPointerDown}
        onPointerMove={pointer.onPointerMove}
        onPointerUp={pointer.onPointerUp}
        onPointerCancel={pointer.end}
        onPointerLeave={endHint}
        onClick={pointer.onClick}
        onContextMenu={(event) => {
          endHint();
          menu.onContextMenu(event);
        }}
        onDoubleClick={() => showView('unit')}
        onBlur={endHint}
      >
        <div className="ranking-rows" style={{ height: layout.height }}>
          <RankedRows
            rows={inSight}
            rowHeight={heights.ranked}
            idOf={rowId}
            nameOf={nameOf}
            intervalOf={intervalOf}
            scale={scale}
            look={look}
            spokenOf={spokenOf.ranked}
            jumps={jumps}
            selected={marked.unit}
            rival={marked.rival}
            hovered={hovered}
          />
          {unranked.length > 0 && (
            <div
              className="ranking-heading"
              role="presentation"
              style={{ transform: `translateY(${layout.headingTop}px)` }}
            >
              {unranked.some(({ incomparable }) => incomparable)
                ? t('unrankedAnyReason')
                : threshold > 0
                  ? t('unrankedHeading', { threshold: formatSharePercent(threshold) })
                  : t('unrankedNoThreshold')}
            </div>
          )}
          <UnrankedRows
            rows={unranked}
            from={seen.unranked.from}
            to={seen.unranked.to}
            top={layout.topOfUnranked(0)}
            rowHeight={heights.unranked}
            idOf={rowId}
            nameOf={nameOf}
            lacksOf={spokenOf.lacks}
            spokenOf={spokenOf.unranked}
            selected={selected}
          />
          {painted && (
            <PaintedRows
              list={list}
              viewport={viewport}
              laidOut={inSight}
              laidOutCount={ranked.length}
              rowHeight={heights.ranked}
              sort={sort}
              look={look}
              intervalOf={intervalOf}
              nameOf={nameOf}
              compareNames={compareNames}
              selected={marked.unit}
              rival={marked.rival}
              hovered={hovered}
              onArrived={onArrived}
            />
          )}
        </div>
      </div>
      <LeftOutUnits nameOf={nameOf} />
      <span className="visually-hidden" role="status">
        {selected !== null && rival !== null
          ? t('comparing', { unit: nameOf(selected), rival: nameOf(rival) })
          : ''}
      </span>
      <RowMenu asked={menu.asked} onClose={menu.close} nameOf={nameOf} />
      {drag !== null && (
        <HintCard anchor={drag.anchor}>
          <p>
            {drag.over === null
              ? t('drag.nowhere', { unit: nameOf(drag.unit) })
              : t('drag.onto', { unit: nameOf(drag.unit), rival: nameOf(drag.over) })}
          </p>
        </HintCard>
      )}
      {drag === null && hint !== null && hinted !== undefined && (
        <HintCard anchor={hint.anchor}>
          <RankingHint subject={hint.subject} row={hinted} ranking={ranking} nameOf={nameOf} />
        </HintCard>
      )}
      {drag === null && hint !== null && lacking !== undefined && (
        <HintCard anchor={hint.anchor}>
          <p>{spokenOf.lacksAll(lacking)}</p>
        </HintCard>
      )}
    </div>
  );
}

/** Rows beyond the edges that are kept, so that quick scrolling and gliding rows find them there. */
const BEYOND = 4;

const rememberSort = (sort: RankingSort) => remember({ sort });

function rowId(unit: string): string {
  return `ranking-${encodeURIComponent(unit)}`;
}

function scrollIntoView(list: HTMLElement | null, top: number, rowHeight: number): void {
  if (list === null) return;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + rowHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top + rowHeight - list.clientHeight;
}

function useNameOrder(): (a: string, b: string) => number {
  const language = useLanguage();
  return useMemo(() => new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en').compare, [language]);
}

function useRowLook({ breakdown, ranked }: Ranking): RowLook {
  const { bars, intervals } = useRankingMemory();
  const ranks = intervals ? ranked.length : null;
  return useMemo(
    () => ({ aligned: bars === 'aligned', breakdown, ranks }),
    [bars, breakdown, ranks],
  );
}
