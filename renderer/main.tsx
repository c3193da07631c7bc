import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from './bridge/client.ts';
import { pickBridge } from './bridge/pick-bridge.ts';
import { App } from './features/frame/App.tsx';
import { startTexts } from './i18n/i18n.ts';
import { followConnection } from './stores/connection-store.ts';
import { connectHost } from './stores/host-connection.ts';
import {
  applyAppearance,
  followSystemTheme,
  loadSettings,
  useSettings,
} from './stores/settings-store.ts';
import { loadAll, synchroniseStores } from './stores/synchronise.ts';
import { notifyError } from './ui/notify.ts';
import './ui/styles.css';

async function start(): Promise<void> {
  const bridge = pickBridge(window);
  connectHost(createClient(bridge));
  followConnection(bridge, () => {
    loadAll().catch(notifyError);
  });
  // Without a host there are no settings; the page then says so in the language it would start with.
  await loadSettings().catch(() => undefined);
  const settings = useSettings.getState();
  applyAppearance(settings);
  followSystemTheme();
  await startTexts(settings.language);

  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  await synchroniseStores(notifyError).catch(notifyError);
}

void start();
