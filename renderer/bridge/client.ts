import { AppError } from '../../shared/contract/errors.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import type { ShellBridge } from './shell-bridge.ts';

/** The host as the interface sees it: typed by the contract. */
export interface Client {
  /** Rejects with the `AppError` of the reply. */
  call<Name extends MethodName>(
    method: Name,
    input: MethodInput<Name>,
  ): Promise<MethodOutput<Name>>;
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: AppEvent) => void): () => void;
  readonly bridge: ShellBridge;
}

export function createClient(bridge: ShellBridge): Client {
  return {
    bridge,
    async call<Name extends MethodName>(method: Name, input: MethodInput<Name>) {
      const reply = await bridge.call(method, input);
      if (!reply.ok) {
        const { code, message, details } = reply.error;
        throw new AppError(code, message, details);
      }
      // The host answers by the contract; the contract suite holds it to that over every transport.
      return reply.value as MethodOutput<Name>;
    },
    onEvent: (listener) => bridge.onEvent(listener),
  };
}
