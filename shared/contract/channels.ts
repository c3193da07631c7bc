/** Names of Electron's IPC channels between preload and main; the web shell has none. */
export const CALL_CHANNEL = 'app:call';
export const OFFER_CHANNEL = 'app:offer-file';
export const EVENT_CHANNEL = 'app:event';
