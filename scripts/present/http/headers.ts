import type { ServerResponse } from 'node:http'

/** What the pages of the sites may load and do: only what this server serves, and nobody else may frame them. */
const policy = (frames: "'self'" | "'none'"): string =>
  [
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
    `frame-src ${frames}`,
    `frame-ancestors ${frames}`,
  ].join('; ')

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), screen-wake-lock=(self), fullscreen=(self)',
}

/**
 * Sets the headers of every answer, before anybody decides what it will be.
 * @param secure whether browsers reach this server over TLS
 * @param framed whether pages of this server frame others of it
 */
export function protect(response: ServerResponse, secure: boolean, framed = false): void {
  response.setHeader('Content-Security-Policy', policy(framed ? "'self'" : "'none'"))
  response.setHeader('X-Frame-Options', framed ? 'SAMEORIGIN' : 'DENY')
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
  // Without TLS, browsers ignore it and complain of it in the console.
  if (secure) response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
}
