import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, OFFER_CHANNEL } from '../../shared/contract/channels.ts';
import type { AppEvent } from '../../shared/contract/events.ts';

/**
 * The only door of the renderer. Nothing of Electron itself goes through it: no ipcRenderer, no event object. Where a
 * dropped file lies goes from here to main; the page never sees the path and cannot name one.
 */
const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  offerFile: (purpose, file) =>
    ipcRenderer.invoke(OFFER_CHANNEL, purpose, webUtils.getPathForFile(file as File)),
  onEvent(listener) {
    const withoutSender = (_sender: IpcRendererEvent, event: AppEvent) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, withoutSender);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, withoutSender);
    };
  },
};

contextBridge.exposeInMainWorld('appBridge', bridge);
