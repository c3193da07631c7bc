import type { Bridge } from '../../shared/contract/bridge.ts';
import { SOCKET_PATH, SUBPROTOCOL } from '../../shared/contract/web-messages.ts';
import { createElectronBridge } from './electron-bridge.ts';
import { chooseFile, saveFile } from './file-exchange.ts';
import { bringsLaunchToken, takeLaunchToken } from './launch-token.ts';
import type { ShellBridge } from './shell-bridge.ts';
import { createWebBridge } from './web-bridge.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload script; absent in a browser. */
    readonly appBridge?: Bridge;
  }
}

/** The bridge of the shell in which the page runs. To be called once, before anything reads the address. */
export function pickBridge(page: Window): ShellBridge {
  if (page.appBridge !== undefined) return createElectronBridge(page.appBridge);
  // The address of another launch, opened in the tab of this one, differs in its fragment only.
  page.addEventListener('hashchange', () => {
    if (bringsLaunchToken(page)) page.location.reload();
  });
  return createWebBridge({
    token: takeLaunchToken(page),
    openSocket: () => new WebSocket(`ws://${page.location.host}${SOCKET_PATH}`, SUBPROTOCOL),
    chooseFile: (purpose) => chooseFile(page.document, purpose),
    saveFile: (fileName, bytes) => saveFile(page.document, fileName, bytes),
    openLink: (url) => page.open(url, '_blank', 'noopener,noreferrer'),
    fetch: (path, options) => page.fetch(path, options),
    wait: (milliseconds) => new Promise((resolve) => page.setTimeout(resolve, milliseconds)),
  });
}
