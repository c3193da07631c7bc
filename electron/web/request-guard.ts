import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { SUBPROTOCOL } from '../../shared/contract/web-messages.ts';

/**
 * Who may speak to the loopback server. Another page in the same browser, another local server, a rebound host name and
 * another user of the machine may not (each case: test/security/web-shell.test.ts).
 */
export interface RequestGuard {
  /** Status of the refusal; null: let through. For the product's own files, which are no secret. */
  refuseRead(request: IncomingMessage): number | null;
  refuseSecretRead(request: IncomingMessage): number | null;
  refuseWrite(request: IncomingMessage, contentType: string): number | null;
  refuseUpgrade(request: IncomingMessage): number | null;
  isToken(candidate: string): boolean;
}

/** `port` and `token` are what this server knows of itself; nothing expected is ever taken from a request. */
export function createRequestGuard(port: number, token: string): RequestGuard {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;

  function isToken(candidate: string): boolean {
    const expected = Buffer.from(token);
    const found = Buffer.from(candidate);
    return expected.length === found.length && timingSafeEqual(expected, found);
  }

  /** A rebound page has a host name of its own here: 421, misdirected. */
  function isHost(request: IncomingMessage): boolean {
    return only(request, 'host') === host;
  }

  function isOrigin(request: IncomingMessage): boolean {
    return only(request, 'origin') === origin;
  }

  function carriesToken(request: IncomingMessage): boolean {
    const [scheme, credentials, ...rest] = (only(request, 'authorization') ?? '').split(' ');
    return scheme === 'Bearer' && credentials !== undefined && rest.length === 0
      ? isToken(credentials)
      : false;
  }

  function refuseRead(request: IncomingMessage): number | null {
    if (!isHost(request)) return 421;
    return isSafeFetch(request) ? null : 403;
  }

  return {
    isToken,
    refuseRead,
    refuseSecretRead(request) {
      return refuseRead(request) ?? (carriesToken(request) ? null : 401);
    },
    refuseWrite(request, contentType) {
      if (!isHost(request)) return 421;
      if (!isOrigin(request) || only(request, 'sec-fetch-site') !== 'same-origin') return 403;
      if (!carriesToken(request)) return 401;
      return only(request, 'content-type') === contentType ? null : 415;
    },
    refuseUpgrade(request) {
      if (!isHost(request)) return 421;
      // Handshakes carry no fetch metadata in Chromium: the origin alone tells another page from ours.
      if (!isOrigin(request)) return 403;
      const site = only(request, 'sec-fetch-site');
      if (site !== undefined && site !== 'same-origin') return 403;
      return only(request, 'sec-websocket-protocol') === SUBPROTOCOL ? null : 400;
    },
  };
}

/** Browsers say where a request comes from; from elsewhere only a person may come, who opens the page itself. */
function isSafeFetch(request: IncomingMessage): boolean {
  switch (only(request, 'sec-fetch-site')) {
    case undefined:
      return request.headersDistinct['sec-fetch-site'] === undefined;
    case 'same-origin':
      return true;
    case 'none':
      return (
        only(request, 'sec-fetch-mode') === 'navigate' &&
        only(request, 'sec-fetch-dest') === 'document'
      );
    default:
      return false;
  }
}

/** The header if it was sent exactly once. */
function only(request: IncomingMessage, name: string): string | undefined {
  const values = request.headersDistinct[name];
  return values?.length === 1 ? values[0] : undefined;
}
