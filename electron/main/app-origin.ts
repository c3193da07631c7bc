/** The renderer's own place: a scheme that only this application serves. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'main';
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`;

/** Judged by the URL parser, never by how the text begins. */
export function isAppUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === `${APP_SCHEME}:` && parsed.host === APP_HOST;
}
