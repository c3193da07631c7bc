import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve } from 'node:path';
import { protocol, type Session } from 'electron';
import { CONTENT_SECURITY_POLICY } from '../host/content-security-policy.ts';
import { mediaType } from '../host/media-types.ts';
import { APP_SCHEME, isAppUrl } from './app-origin.ts';

/** Before `ready`, once. No `bypassCSP`, no `corsEnabled`, no service workers. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the files of the built renderer, and nothing else, as `app://main/…`. */
export function serveApp(session: Session, rendererFolder: string): void {
  session.protocol.handle(APP_SCHEME, (request) => answer(request, rendererFolder));
}

async function answer(request: Request, rendererFolder: string): Promise<Response> {
  const path = request.method === 'GET' ? containedPath(request.url, rendererFolder) : null;
  const type = path === null ? undefined : mediaType(extname(path));
  if (path === null || type === undefined) return refused();
  try {
    return new Response(await readFile(path), { headers: { ...HEADERS, 'Content-Type': type } });
  } catch {
    return refused();
  }
}

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

function refused(): Response {
  return new Response(null, { status: 404, headers: HEADERS });
}

/** The file that the URL means, if it lies in the folder; null otherwise. Decodes once. */
export function containedPath(url: string, folder: string): string | null {
  if (!isAppUrl(url)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(folder, `.${path}`);
  const inside = relative(folder, file);
  const outside = inside === '' || inside.startsWith('..') || isAbsolute(inside);
  return outside ? null : file;
}
