import type { Face } from './faces.ts'

/** A face and the URL of the font that carries it. */
export interface FaceSource {
  face: Face
  url: string
  format: 'woff2' | 'truetype'
}

/** The `@font-face` rules. `block`: a title that jumps from a fallback font looks like a fault on a big screen. */
export function fontStylesheet(sources: readonly FaceSource[]): string {
  return sources
    .map(
      ({ face, url, format }) => `@font-face {
  font-family: '${face.family}';
  font-style: normal;
  font-weight: ${face.weight};
  font-display: block;
  src: url('${url}') format('${format}');
}
`,
    )
    .join('')
}
