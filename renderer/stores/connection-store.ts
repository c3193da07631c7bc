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

/**
 * Calls the listener whenever a lost connection is there again, or turns out to be lost for good. Returns the function
 * that ends the subscription.
 */
export function onReconnected(listener: () => void): () => void {
  return useConnection.subscribe(({ state }, before) => {
    if (state !== before.state && (state === 'open' || state === 'refused')) listener();
  });
}

interface ConnectionFollower {
  /** A lost one is there again: anything may have changed. */
  readonly onReopened: () => void;
  /** Another host has taken the place of the one that was lost. */
  readonly onRefused: () => void;
}

export function followConnection(
  bridge: ShellBridge,
  { onReopened, onRefused }: ConnectionFollower,
): void {
  const take = (state: ConnectionState) => {
    const { wasOpen } = useConnection.getState();
    useConnection.setState({ state, wasOpen: wasOpen || state === 'open' });
    if (state === 'open' && wasOpen) onReopened();
    if (state === 'refused' && wasOpen) onRefused();
  };
  useConnection.setState({ shell: bridge.shell, reconnect: () => bridge.reconnect() });
  take(bridge.connection());
  bridge.onConnection(take);
}
