import type { ViewId } from '../../../shared/model/view-id.ts';
import {
  type DockviewApi,
  DockviewReact,
  type DockviewTheme,
  type IDockviewHeaderActionsProps,
  type IDockviewPanel,
  type IDockviewPanelHeaderProps,
  type IDockviewPanelProps,
} from 'dockview-react';
import { Suspense, type RefObject, useEffect, useRef, useState } from 'react';
import type { Language } from '../../../shared/model/language.ts';
import { textIn, textOf } from '../../i18n/i18n.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { useDock } from '../../stores/dock-store.ts';
import { keepArrangement, type SizeClass, useLayout } from '../../stores/layout-store.ts';
import { defaultArrangement, isUsableArrangement, missingPanels } from './arrangement.ts';
import { DetailsDrawer } from './DetailsDrawer.tsx';
import { controlDock } from './dock-control.ts';
import { dockMessages } from './dock-messages.ts';
import { Loading } from '../../ui/Placeholder.tsx';
import { panelDefinition, panels } from './panels.tsx';
import { type Column, columnsOf, sizeClassOf, viewById } from './views.ts';

const theme: DockviewTheme = { name: 'hengmo', className: 'hengmo-dock' };

const components = Object.fromEntries(
  Object.entries(panels).map(([id, { component: Panel }]) => [
    id,
    ({ api }: IDockviewPanelProps) =>
      useWasVisible(api) && (
        <Suspense fallback={<Loading />}>
          <Panel />
        </Suspense>
      ),
  ]),
);

/** A panel behind another one begins its work when it is first looked at; the dock itself would make it at once. */
function useWasVisible(api: IDockviewPanelProps['api']): boolean {
  const [wasVisible, setWasVisible] = useState(api.isVisible);
  useEffect(() => {
    const note = () => {
      if (api.isVisible) setWasVisible(true);
    };
    note();
    const subscription = api.onDidVisibilityChange(note);
    return () => subscription.dispose();
  }, [api]);
  return wasVisible;
}

function PanelTab({ api }: IDockviewPanelHeaderProps) {
  useLanguage();
  const definition = panelDefinition(api.id);
  return (
    <div className="dv-default-tab" data-panel={api.id}>
      {definition === undefined ? api.id : textOf(definition.title)}
    </div>
  );
}

function PanelRemark({ activePanel }: IDockviewHeaderActionsProps) {
  const Remark = activePanel === undefined ? undefined : panelDefinition(activePanel.id)?.remark;
  return Remark === undefined ? null : (
    <div className="panel-header-remark">
      <Remark />
    </div>
  );
}

/** The panels of the view, which resize, move between groups, and remember where they were. */
export function Workbench() {
  const view = useLayout((state) => state.view);
  const loaded = useLayout((state) => state.loaded);
  const generation = useLayout((state) => state.generation);
  const frame = useRef<HTMLDivElement>(null);
  const [api, setApi] = useState<DockviewApi | null>(null);
  const size = useSizeClass(frame);
  const language = useLanguage();

  useEffect(() => {
    if (api === null || size === null || !loaded) return;
    return showArrangement(api, view, size, generation, frame.current);
  }, [api, view, size, loaded, generation]);

  useEffect(() => {
    if (api === null) return;
    return nameGroups(api, language);
  }, [api, language]);

  useEffect(() => {
    if (api === null) return;
    useDock.setState({ dock: controlDock(api) });
    return () => useDock.setState({ dock: null });
  }, [api]);

  return (
    <div className="workbench" ref={frame}>
      <DockviewReact
        theme={theme}
        components={components}
        defaultTabComponent={PanelTab}
        rightHeaderActionsComponent={PanelRemark}
        disableFloatingGroups
        singleTabMode="default"
        messages={dockMessages}
        onReady={(event) => setApi(event.api)}
      />
      {size === 'narrow' && <DetailsDrawer view={view} />}
    </div>
  );
}

function useSizeClass(frame: RefObject<HTMLDivElement | null>): SizeClass | null {
  const [size, setSize] = useState<SizeClass | null>(null);
  useEffect(() => {
    if (frame.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const next = sizeClassOf(entry.contentRect.width);
      setSize(next);
      useLayout.setState({ size: next });
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}

/** Loads the view's arrangement; returns the function that keeps it and stops following changes. */
function showArrangement(
  api: DockviewApi,
  viewId: ViewId,
  size: SizeClass,
  generation: number,
  frame: HTMLElement | null,
): () => void {
  const view = viewById(viewId);
  if (view === undefined || frame === null) return () => undefined;
  const key = `${viewId}/${size}`;
  const columns = columnsOf(view, size);
  const fresh = () => defaultArrangement(columns, frame.clientWidth, frame.clientHeight);
  const kept = useLayout.getState().arrangements[key];
  const exists = (panel: string) => panelDefinition(panel) !== undefined;
  try {
    api.fromJSON(isUsableArrangement(kept, exists) ? kept : fresh(), { reuseExistingPanels: true });
  } catch {
    api.fromJSON(fresh());
  }
  addMissingPanels(api, columns);
  const subscription = api.onDidLayoutChange(() => keepArrangement(key, api.toJSON(), generation));
  return () => subscription.dispose();
}

/** No panel can be closed: one that is not there is newer than the arrangement. */
function addMissingPanels(api: DockviewApi, columns: readonly Column[]): void {
  const present = new Set(api.panels.map(({ id }) => id));
  for (const { panel, beside, direction } of missingPanels(columns, present)) {
    api.addPanel({
      id: panel,
      component: panel,
      title: panel,
      inactive: true,
      position: beside === null ? { direction: 'right' } : { referencePanel: beside, direction },
    });
  }
}

/** Gives every panel its name in the language, by which assistive technology knows the dock's tabs and groups. */
function nameGroups(api: DockviewApi, language: Language): () => void {
  const name = (panel: IDockviewPanel) => {
    const definition = panelDefinition(panel.id);
    if (definition !== undefined) panel.api.setTitle(textIn(language, definition.title));
  };
  api.panels.forEach(name);
  const subscription = api.onDidAddPanel(name);
  return () => subscription.dispose();
}
