import type { AppEvent } from '../../shared/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import type { OpenPurpose } from '../../shared/contract/file-purpose.ts';
import type { Client, OfferedFile } from '../bridge/client.ts';

/** What the stores need of the client; tests bring their own. */
export type HostClient = Pick<Client, 'call' | 'offerFile' | 'onEvent'>;

let client: HostClient | null = null;

/** Called once, before anything is rendered. */
export function connectHost(connected: HostClient): void {
  client = connected;
}

function connected(): HostClient {
  if (client === null) throw new Error('the host is not connected');
  return client;
}

/** Asks the host; a refusal rejects with its `AppError`. */
export function callHost<Name extends MethodName>(
  method: Name,
  input: MethodInput<Name>,
): Promise<MethodOutput<Name>> {
  return connected().call(method, input);
}

/** Returns the function that ends the subscription. */
export function onHostEvent(listener: (event: AppEvent) => void): () => void {
  return connected().onEvent(listener);
}

/** A token for a file that was dropped on the window. */
export function offerFile(purpose: OpenPurpose, file: File): Promise<OfferedFile> {
  return connected().offerFile(purpose, file);
}
