import type { ViewId } from '../../../shared/model/view-id.ts';
import { Button, type HotkeyConfig, useHotkeys } from '@blueprintjs/core';
import { Cross, DrawerRight } from '@blueprintjs/icons';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '../../i18n/i18n.ts';
import { openDrawer, toggleDrawer, useLayout } from '../../stores/layout-store.ts';
import { Loading } from '../../ui/Placeholder.tsx';
import { panelDefinition } from './panels.tsx';
import { drawerPanels, viewById } from './views.ts';

const closeKeys: readonly HotkeyConfig[] = [
  {
    combo: 'escape',
    global: true,
    label: '',
    onKeyDown: (event) => {
      // An editor or a drag in a panel takes Escape first.
      if (!event.defaultPrevented) toggleDrawer(false);
    },
  },
];

/** In a narrow window the details of what is selected slide over the view instead of standing beside it. */
export function DetailsDrawer({ view }: { view: ViewId }) {
  const { t } = useTranslation('frame');
  const open = useLayout((state) => state.drawerOpen);
  const chosen = useLayout((state) => state.drawerPanel);
  useHotkeys(closeKeys, { showDialogKeyCombo: false });
  const definition = viewById(view);
  const ids = definition === undefined ? [] : drawerPanels(definition);
  const [first] = ids;
  if (first === undefined) return null;
  if (!open) {
    return (
      <Button
        className="drawer-handle"
        icon={<DrawerRight />}
        aria-label={t('drawer.open')}
        title={t('drawer.open')}
        onClick={() => toggleDrawer(true)}
      />
    );
  }
  const shown = chosen !== null && ids.some((id) => id === chosen) ? chosen : first;
  const panel = panelDefinition(shown);
  if (panel === undefined) return null;
  const { component: Panel, remark: Remark } = panel;

  return (
    <aside className="drawer" aria-label={t('commandBar.details')}>
      <div className="drawer-header">
        {ids.map((id) => (
          <button
            key={id}
            type="button"
            className="drawer-tab"
            aria-pressed={id === shown}
            onClick={() => openDrawer(id)}
          >
            {textOf(panelDefinition(id)?.title ?? 'frame:commandBar.details')}
          </button>
        ))}
        {Remark !== undefined && (
          <div className="panel-header-remark">
            <Remark />
          </div>
        )}
        <Button
          variant="minimal"
          size="small"
          icon={<Cross />}
          aria-label={t('drawer.close')}
          onClick={() => toggleDrawer(false)}
        />
      </div>
      <div className="drawer-content">
        <Suspense fallback={<Loading />}>
          <Panel />
        </Suspense>
      </div>
    </aside>
  );
}
