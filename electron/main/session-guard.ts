import type { Session } from 'electron';
import { isAppUrl } from './app-origin.ts';

/** Copying a table or a sentence is the only permission that the product needs. */
const GRANTED = 'clipboard-sanitized-write';

/** What would lead out of the machine, or around `app://`. */
const CUT_OFF = new Set(['http:', 'https:', 'ws:', 'wss:', 'ftp:', 'file:']);

/** Electron grants every permission unless it is told otherwise, in two places. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, respond) => {
    respond(permission === GRANTED && isAppUrl(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === GRANTED && isAppUrl(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, respond) => respond(null));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, respond) => {
    const protocol = URL.parse(details.url)?.protocol;
    respond({ cancel: protocol === undefined || CUT_OFF.has(protocol) });
  });
}
