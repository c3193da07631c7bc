import type { IpcMainInvokeEvent } from 'electron';
import { isAppUrl } from './app-origin.ts';

/**
 * Is this message from the main frame of one of our windows, showing our page? A frame that has navigated away meanwhile
 * is null; `about:blank` and an empty address are nobody's.
 */
export function isTrustedSender(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  trustedIds: ReadonlySet<number>,
): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    frame.parent === null &&
    isAppUrl(frame.url) &&
    trustedIds.has(event.sender.id)
  );
}
