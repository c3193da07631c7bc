const KEY = 'launch-token';

/**
 * The token of this launch. It arrives in the fragment of the address (`#t=…`), which no server and no `Referer` sees;
 * it is taken out of the address bar at once and kept for reloads of this tab. null: the page was opened without one.
 */
export function takeLaunchToken(page: Window): string | null {
  const token = tokenInAddress(page);
  if (token === null) return page.sessionStorage.getItem(KEY);
  page.sessionStorage.setItem(KEY, token);
  page.history.replaceState(null, '', page.location.pathname);
  return token;
}

/** Whether the address has a token that was not taken yet. */
export function bringsLaunchToken(page: Window): boolean {
  return tokenInAddress(page) !== null;
}

function tokenInAddress(page: Window): string | null {
  return new URLSearchParams(page.location.hash.slice(1)).get('t');
}
