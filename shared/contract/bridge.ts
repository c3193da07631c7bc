import type { ErrorReply } from './errors.ts';
import type { AppEvent } from './events.ts';
import type { OpenPurpose } from './file-purpose.ts';

export type Reply = { ok: true; value: unknown } | { ok: false; error: ErrorReply };

/**
 * All that a shell offers the renderer. Methods and events are data, so that preload and web bridge never change when
 * the contract grows.
 */
export interface Bridge {
  call(method: string, input: unknown): Promise<Reply>;
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: AppEvent) => void): () => void;
  /**
   * A token for a file that was dropped on the window, as `files.pickOpen` gives one for a file that was asked for. `file`
   * is a browser's File: only from such an object can a shell learn what the person really dropped.
   */
  offerFile(purpose: OpenPurpose, file: unknown): Promise<Reply>;
}
