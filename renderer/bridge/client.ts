import type { Reply } from '../../shared/contract/bridge.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { OpenPurpose } from '../../shared/contract/file-purpose.ts';
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
  /** A token for a file that was dropped on the window; rejects like `call`. */
  offerFile(purpose: OpenPurpose, file: File): Promise<OfferedFile>;
  readonly bridge: ShellBridge;
}

export type OfferedFile = NonNullable<MethodOutput<'files.pickOpen'>>;

export function createClient(bridge: ShellBridge): Client {
  return {
    bridge,
    async call<Name extends MethodName>(method: Name, input: MethodInput<Name>) {
      // The host answers by the contract; the contract suite holds it to that over every transport.
      return valueOf(await bridge.call(method, input)) as MethodOutput<Name>;
    },
    offerFile: async (purpose, file) =>
      valueOf(await bridge.offerFile(purpose, file)) as OfferedFile,
    onEvent: (listener) => bridge.onEvent(listener),
  };
}

function valueOf(reply: Reply): unknown {
  if (reply.ok) return reply.value;
  const { code, message, details } = reply.error;
  throw new AppError(code, message, details);
}
