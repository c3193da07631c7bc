import { AppError } from '../../shared/contract/errors.ts';

const PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/**
 * The link in its normal form if it may be opened outside: http, https or mailto, without user name or password.
 * Throws `E_FORBIDDEN` for everything else, above all for files and programs.
 */
export function checkExternalLink(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) {
    throw new AppError('E_INPUT', 'this is not a link', { reason: 'link-malformed', found: url });
  }
  if (!PROTOCOLS.has(parsed.protocol)) {
    throw new AppError('E_FORBIDDEN', 'only http, https and mailto links are opened', {
      reason: 'link-protocol',
      expected: 'http, https, mailto',
      found: parsed.protocol,
    });
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new AppError('E_FORBIDDEN', 'links with a user name or password are not opened', {
      reason: 'link-credentials',
    });
  }
  return parsed.href;
}
