/** What the pages of the sites may load and do: only what this server serves, and nobody may frame them. */
const POLICY = [
  'default-src \'none\'',
  'script-src \'self\'',
  // Vue and Slidev set styles of elements.
  'style-src \'self\' \'unsafe-inline\'',
  'img-src \'self\' data: blob:',
  'media-src \'self\' data: blob:',
  'font-src \'self\' data:',
  'connect-src \'self\'',
  'manifest-src \'self\'',
  'base-uri \'none\'',
  'form-action \'none\'',
  'frame-ancestors \'none\'',
].join('; ')

/** Headers of every answer. */
export function securityHeaders(): Record<string, string> {
  return {
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), screen-wake-lock=(self), fullscreen=(self)',
  }
}
