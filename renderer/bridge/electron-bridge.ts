import type { Bridge } from '../../shared/contract/bridge.ts';
import type { ShellBridge } from './shell-bridge.ts';

/** The bridge that the preload script has put on the window. */
export function createElectronBridge(appBridge: Bridge): ShellBridge {
  return {
    shell: 'electron',
    call: (method, input) => appBridge.call(method, input),
    onEvent: (listener) => appBridge.onEvent(listener),
    offerFile: (purpose, file) => appBridge.offerFile(purpose, file),
    connection: () => 'open',
    onConnection: () => () => undefined,
    reconnect: () => undefined,
  };
}
