import { z } from 'zod';
import type { Reply } from './bridge.ts';
import type { AppEvent } from './events.ts';
import { OpenPurpose } from './file-purpose.ts';

/** What the page and the web shell say to each other over their one WebSocket. */

export const SOCKET_PATH = '/socket';

/** Named in the handshake: a page of another version, or something else altogether, is refused there. */
export const SUBPROTOCOL = 'hengmo.1';

/** Why a socket is closed whose hello has the token of another launch, or none that a host ever gave. */
export const OTHER_LAUNCH = 'another launch';

/** The first message: the token of the launch, and the session to go on with after a lost connection. */
export const Hello = z.strictObject({
  hello: z.string().max(200),
  session: z.string().max(200).nullable(),
});
export type Hello = z.infer<typeof Hello>;

const RequestNumber = z.int().nonnegative();

/** One call of the contract; its method and input are judged by the host. */
export const CallMessage = z.strictObject({
  id: RequestNumber,
  method: z.string(),
  /** JSON has no way to write `undefined`. */
  input: z.unknown().optional(),
});

/** Asks for a ticket under which the bytes of one file may be sent; the reply's value is an `UploadTicket`. */
export const UploadMessage = z.strictObject({
  id: RequestNumber,
  upload: z.strictObject({
    purpose: OpenPurpose,
    fileName: z.string().max(1000),
    bytes: z.int().nonnegative(),
  }),
});

export type UploadMessage = z.infer<typeof UploadMessage>;

export const PageMessage = z.union([CallMessage, UploadMessage]);
export type PageMessage = z.infer<typeof PageMessage>;

export const UploadTicket = z.strictObject({ ticket: z.string() });

export type ShellMessage =
  /** The session of the hello if it is still good, with its file tokens and jobs; else a new one. */
  | { readonly welcome: { readonly session: string } }
  | { readonly id: number; readonly reply: Reply }
  | { readonly event: AppEvent }
  /** The page fetches the file under this one-time ticket and saves it under this name. */
  | { readonly download: { readonly ticket: string; readonly fileName: string } }
  /** The page opens a checked link in a new tab. */
  | { readonly openLink: string };
