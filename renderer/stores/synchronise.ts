import type { AppEvent, Touched } from '../../shared/contract/events.ts';
import { clearCells, refreshCells } from './cell-store.ts';
import { runCommand } from './commands.ts';
import { clearHistory, refreshHistory } from './history-store.ts';
import { callHost, onHostEvent } from './host-connection.ts';
import { clearLayout, loadLayout } from './layout-store.ts';
import { clearScenarios, refreshResolvedScenario, refreshScenarios } from './scenario-store.ts';
import { clearScores, noteScoresChanged, refreshScores } from './score-store.ts';
import { clearSelection, useSelection } from './selection-store.ts';
import { loadSettings, show } from './settings-store.ts';
import {
  loadWorkbook,
  noteRevision,
  noteSwitch,
  refreshWorkbook,
  useWorkbook,
} from './workbook-store.ts';

const underWay = new Set<Promise<void>>();

/**
 * Resolves when the stores have followed all events so far. The host sends the event of a change before it replies to
 * the command, so after a command this waits for exactly what the command changed.
 */
export async function storesFollowed(): Promise<void> {
  await Promise.all(underWay);
}

/** Loads the stores and keeps them in step with the host and with the selection. */
export async function synchroniseStores(report: (error: unknown) => void): Promise<void> {
  onHostEvent((event) => {
    const following = follow(event).catch(report);
    underWay.add(following);
    void following.finally(() => underWay.delete(following));
  });
  useSelection.subscribe((selection, before) => {
    if (selection.scenario === before.scenario) return;
    Promise.all([refreshResolvedScenario(), refreshScores(), refreshCells()]).catch(report);
  });
  await loadAll();
}

/** After a lost connection, when anything may have changed, also which workbook is open. */
export async function catchUp(): Promise<void> {
  const shown = useWorkbook.getState().info;
  const { opening } = await callHost('workbook.info', {}).catch(() => ({ opening: null }));
  return opening === shown?.opening ? loadAll() : beginAnew();
}

/** Another workbook, or none, has taken the place of the one that was shown: nothing of that one stays. */
export async function beginAnew(): Promise<void> {
  noteSwitch();
  clearLayout();
  clearSelection();
  clearScenarios();
  clearScores();
  clearCells();
  clearHistory();
  return loadAll();
}

/** Everything is asked at once, in the order of need: the host works while the page is busy with its own code. */
async function loadAll(): Promise<void> {
  const workbook = loadWorkbook();
  const rest = Promise.all([
    refreshScenarios(),
    loadLayout(),
    refreshResolvedScenario(),
    refreshScores(),
    refreshCells(),
    refreshHistory(),
  ]);
  await workbook;
  // Without a workbook the rest is refused too, which says nothing new.
  if (useWorkbook.getState().status === 'ready') await rest;
  else await rest.catch(() => undefined);
}

async function follow(event: AppEvent): Promise<void> {
  switch (event.type) {
    case 'workbook.switched':
      return beginAnew();
    case 'workbook.changed':
      noteRevision(event.revision);
      return refetch(event.touched);
    case 'settings.changed':
      return show(await loadSettings());
    case 'workbook.offered':
      await callHost('workbook.open', { token: event.token });
      return;
    case 'menu.command':
      return runCommand(event.command);
    case 'job.progress':
    case 'job.finished':
      return;
  }
}

const scoring: readonly Touched[] = ['framework', 'units', 'cells', 'scenarios'];
const shownInCells: readonly Touched[] = [...scoring, 'observations'];

async function refetch(touched: readonly Touched[]): Promise<void> {
  const touches = (groups: readonly Touched[]) => groups.some((group) => touched.includes(group));
  if (touches(scoring)) noteScoresChanged();
  if (touches(['scenarios'])) await refreshScenarios();
  await Promise.all([
    refreshWorkbook(touched),
    refreshHistory(),
    touches(['framework', 'scenarios']) ? refreshResolvedScenario() : null,
    touches(scoring) ? refreshScores() : null,
    touches(shownInCells) ? refreshCells() : null,
  ]);
}
