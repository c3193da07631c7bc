import { create } from 'zustand';
import type { ConnectionState, ShellBridge } from '../bridge/shell-bridge.ts';

interface ConnectionStore {
  shell: ShellBridge['shell'];
  state: ConnectionState;
  /** Whether it has been open once: before that the page is starting, not disconnected. */
  wasOpen: boolean;
  reconnect: () => void;
}

export const useConnection = create<ConnectionStore>(() => ({
  shell: 'web',
  state: 'connecting',
  wasOpen: false,
  reconnect: () => undefined,
}));

/** Follows the connection; `onReopened` is called when a lost one is there again, for then anything may have changed. */
export function followConnection(bridge: ShellBridge, onReopened: () => void): void {
  const take = (state: ConnectionState) => {
    const { wasOpen } = useConnection.getState();
    useConnection.setState({ state, wasOpen: wasOpen || state === 'open' });
    if (state === 'open' && wasOpen) onReopened();
  };
  useConnection.setState({ shell: bridge.shell, reconnect: () => bridge.reconnect() });
  take(bridge.connection());
  bridge.onConnection(take);
}
