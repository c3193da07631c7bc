import type { Bridge } from '../../shared/contract/bridge.ts';

/**
 * `connecting`: at the beginning and after a lost connection, while it is tried again; `open`; `lost`: given up, because
 * the host has ended; `refused`: for good, because the host that answers is of another launch than this page.
 */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused';

/** A bridge that knows whether its host is there. In Electron it always is. */
export interface ShellBridge extends Bridge {
  readonly shell: 'electron' | 'web';
  connection(): ConnectionState;
  /** Returns the function that ends the subscription. */
  onConnection(listener: (state: ConnectionState) => void): () => void;
  /** Tries once more after `lost`. */
  reconnect(): void;
}
