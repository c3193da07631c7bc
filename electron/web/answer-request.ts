import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CONTENT_SECURITY_POLICY } from '../host/content-security-policy.ts';
import type { RequestGuard } from './request-guard.ts';
import type { Session, Sessions } from './sessions.ts';
import type { ServedFile } from './static-files.ts';
import type { TicketOffice } from './ticket-office.ts';
import { receiveUpload, sendDownload, type Download, type Upload } from './transfers.ts';

const SECURITY_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export interface Desk {
  readonly guard: RequestGuard;
  readonly files: ReadonlyMap<string, ServedFile>;
  readonly uploads: TicketOffice<Upload>;
  readonly downloads: TicketOffice<Download>;
  readonly sessions: Sessions;
}

/** Serves the product's own files and the transfers that have a ticket. Refusals have no body. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  desk: Desk,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const refuse = (status: number) => {
    // What is left of a refused body is not read.
    if (request.method !== 'GET') response.setHeader('Connection', 'close');
    response.writeHead(status).end();
  };

  if (request.method === 'POST') {
    const refusal = desk.guard.refuseWrite(request, 'application/octet-stream');
    if (refusal !== null) return refuse(refusal);
    const upload = redeem(request, '/upload/', desk.uploads, desk);
    return upload === null ? refuse(404) : receiveUpload(request, response, upload);
  }

  const refusal = desk.guard.refuseRead(request);
  if (refusal !== null) return refuse(refusal);
  if (request.method !== 'GET') {
    response.setHeader('Allow', 'GET, POST');
    return refuse(405);
  }
  const file = desk.files.get(request.url ?? '');
  if (file !== undefined) return sendFile(request, response, file);
  if (request.url?.startsWith('/download/') !== true) return refuse(404);

  const secretRefusal = desk.guard.refuseSecretRead(request);
  if (secretRefusal !== null) return refuse(secretRefusal);
  const download = redeem(request, '/download/', desk.downloads, desk);
  return download === null ? refuse(404) : sendDownload(response, download);
}

function redeem<Errand extends { session: Session }>(
  request: IncomingMessage,
  prefix: string,
  office: TicketOffice<Errand>,
  desk: Desk,
): Errand | null {
  if (request.url?.startsWith(prefix) !== true) return null;
  const errand = office.take(request.url.slice(prefix.length));
  // A ticket dies with the session that got it.
  const session = errand === null ? undefined : desk.sessions.find(errand.session.connection.id);
  return session === undefined ? null : errand;
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  served: ServedFile,
): Promise<void> {
  const tag = `"${served.hash}"`;
  const isPage = served.type.startsWith('text/html');
  response.setHeader('ETag', tag);
  response.setHeader('Content-Type', served.type);
  response.setHeader('Cache-Control', isPage ? 'no-store' : 'no-cache');
  if (request.headers['if-none-match'] === tag) response.writeHead(304).end();
  else response.end(await readFile(served.file));
}
