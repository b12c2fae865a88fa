import type { ServerResponse } from 'node:http'

/** What the pages of the sites may load and do: only what this server serves, and nobody may frame them. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Vue and Slidev set styles of elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), screen-wake-lock=(self), fullscreen=(self)',
}

/**
 * Sets the headers of every answer, before anybody decides what it will be.
 * @param secure whether browsers reach this server over TLS
 */
export function protect(response: ServerResponse, secure: boolean): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
  // Without TLS, browsers ignore it and complain of it in the console.
  if (secure) response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
}
