/**
 * The one policy of both shells, sent as a header. Scripts, styles, fonts and workers come from the product's own files;
 * nothing is inline, nothing is remote; `connect-src 'self'` lets the page of the web shell open its WebSocket.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');
