import { languageOf } from '../shared/model/language.ts';
import { createClient } from './bridge/client.ts';
import { pickBridge } from './bridge/pick-bridge.ts';
import { firstTexts, startTexts } from './i18n/i18n.ts';
import { followConnection } from './stores/connection-store.ts';
import { connectHost } from './stores/host-connection.ts';
import {
  applyAppearance,
  followSystemTheme,
  loadSettings,
  useSettings,
} from './stores/settings-store.ts';
import { beginAnew, catchUp, synchroniseStores } from './stores/synchronise.ts';
import { fetchTypeface } from './ui/fetch-typeface.ts';
import './ui/styles.css';

/** A large workbook takes longer than this to be read; the frame is shown without it then. */
const FRAME_WITHOUT_DATA_MS = 400;
/** They appear while weights move: their slices of the typeface would arrive, and be laid out, in the middle of the first drag. */
const SIGNS_OF_MOVEMENT = '▲▼';

async function start(): Promise<void> {
  const bridge = pickBridge(window);
  connectHost(createClient(bridge));
  followConnection(bridge, {
    onReopened: () => void catchUp().catch(notifyError),
    onRefused: () => void beginAnew().catch(notifyError),
  });
  const language = prepareLanguage();
  const stores = synchroniseStores(notifyError).catch((error: unknown) =>
    language.then(() => notifyError(error)),
  );
  await language;
  // Only now, when the host is at work on all the other answers, the browser gets busy with the code of the interface.
  const { showApp } = await import('./features/frame/show-app.tsx');

  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  await Promise.race([stores, wait(FRAME_WITHOUT_DATA_MS)]);
  showApp(root);
  requestIdleCallback(() => fetchTypeface(SIGNS_OF_MOVEMENT));
}

async function prepareLanguage(): Promise<void> {
  // Without a host there are no settings; the page then says so in the language of the browser.
  await loadSettings().catch(() =>
    useSettings.setState({ language: languageOf(navigator.language) }),
  );
  const settings = useSettings.getState();
  applyAppearance(settings);
  followSystemTheme();
  await startTexts(settings.language);
  // An English page needs few slices of it.
  if (settings.language === 'zh') fetchTypeface(firstTexts('zh'));
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function notifyError(error: unknown): Promise<void> {
  const notices = await import('./ui/notify.ts');
  notices.notifyError(error);
}

void start();
