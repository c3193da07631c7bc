import { Button, Menu, MenuItem, PopoverNext } from '@blueprintjs/core';
import { Filter, Maximize, Pin, SortDesc } from '@blueprintjs/icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { PictureMenu } from '../../charts/PictureMenu.tsx';
import { useNames } from '../../i18n/use-names.ts';
import { useScenarioName } from '../../i18n/use-scenario-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { CopyTable } from '../../ui/CopyTable.tsx';
import { openableNodes } from './breakdown.ts';
import { toggleRankingFullScreen, useRankingFullScreen } from './full-screen.ts';
import { resort } from './held-scores.ts';
import { openNode, type RankingMemory, remember, useRankingMemory } from './ranking-memory.ts';
import { RankingRemark } from './RankingRemark.tsx';
import { pictureOnScreen, tableOnScreen } from './ranking-on-screen.ts';
import { UnitChoice } from './UnitChoice.tsx';
import { Select } from '../../ui/Select.tsx';

/** How the ranking is drawn, ordered and narrowed down; in the panel's header. */
export function RankingToolbar() {
  const { t } = useTranslation(['ranking', 'charts']);
  const { bars, intervals, only } = useRankingMemory();
  const scenario = useScenarioName();
  const fillsScreen = useRankingFullScreen((state) => state.open);
  return (
    <>
      <RankingRemark />
      <div className="ranking-toolbar" role="toolbar" aria-label={t('toolbar.label')}>
        {(['stacked', 'aligned'] as const).map((way) => (
          <Button
            key={way}
            size="small"
            variant="minimal"
            text={t(`toolbar.${way}`)}
            title={t(`toolbar.${way}Meaning`)}
            aria-pressed={bars === way}
            onClick={() => remember({ bars: way })}
          />
        ))}
        <OpenedNode />
        <Button
          size="small"
          variant="minimal"
          text={t('toolbar.intervals')}
          title={t('toolbar.intervalsMeaning')}
          aria-pressed={intervals}
          onClick={() => remember({ intervals: !intervals })}
        />
        <OrderMenu />
        <PopoverNext placement="bottom-end" content={<UnitChoice />}>
          <Button
            size="small"
            variant="minimal"
            icon={<Filter size={14} />}
            active={only !== null}
            aria-label={t('toolbar.filter')}
            title={t('toolbar.filter')}
          />
        </PopoverNext>
        <CopyTable table={tableOnScreen} />
        <PictureMenu title={t('picture.title', { scenario })} picture={pictureOnScreen} />
        <Button
          size="small"
          variant="minimal"
          icon={<Maximize size={14} />}
          aria-label={t('charts:fullScreen')}
          title={t('charts:fullScreen')}
          aria-pressed={fillsScreen}
          onClick={toggleRankingFullScreen}
        />
      </div>
    </>
  );
}

/** Divides the bars by the dimensions, or by the children of one node. */
function OpenedNode() {
  const { t } = useTranslation('ranking');
  const nameOf = useNames();
  const { opened } = useRankingMemory();
  const index = useWorkbook((state) => state.index);
  const options = useMemo(
    () =>
      (index === null ? [] : openableNodes(index)).map(({ node, depth }) => ({
        value: node.code,
        // An option of a native list has no other way to show its level.
        label: `${'\u2003'.repeat(depth - 1)}${nameOf(node.name)}`,
      })),
    [index, nameOf],
  );
  if (options.length === 0) return null;
  return (
    <Select
      className="ranking-opened"
      minimal
      aria-label={t('toolbar.opened')}
      title={t('toolbar.opened')}
      value={opened ?? ''}
      onChange={({ currentTarget: { value } }) =>
        openNode(value === '' ? null : (value as NodeCode))
      }
      options={[{ value: '', label: t('toolbar.byDimension') }, ...options]}
    />
  );
}

const ORDERS: readonly RankingMemory['order'][] = ['follow', 'release', 'pinned'];

/** When the rows take their new places. */
function OrderMenu() {
  const { t } = useTranslation('ranking');
  const { order } = useRankingMemory();
  return (
    <>
      <PopoverNext
        placement="bottom-end"
        content={
          <Menu aria-label={t('order.label')}>
            {ORDERS.map((each) => (
              <MenuItem
                key={each}
                roleStructure="listoption"
                text={t(`order.${each}`)}
                selected={order === each}
                onClick={() => {
                  remember({ order: each });
                  resort();
                }}
              />
            ))}
          </Menu>
        }
      >
        <Button
          size="small"
          variant="minimal"
          icon={<Pin size={14} />}
          active={order !== 'follow'}
          aria-label={t('order.label')}
          title={t(`order.${order}`)}
        />
      </PopoverNext>
      {order === 'pinned' && (
        <Button
          size="small"
          variant="minimal"
          icon={<SortDesc size={14} />}
          aria-label={t('order.resort')}
          title={t('order.resort')}
          onClick={resort}
        />
      )}
    </>
  );
}
