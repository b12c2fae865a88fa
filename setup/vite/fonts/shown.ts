import type { TextFile } from './characters.ts'
import type { FaceUse } from './faces.ts'
import { shownText } from './characters.ts'

/** Files whose texts never stand on a slide: messages of the hooks and rules, and lists that only checks read. */
const OFF_SLIDES = /(?:^|\/)(?:setup\/|model\/(?!vocabulary|format|id-sorts)|data\/(?:names\.|errata\.))/

/** Whether what is written in a file can stand on a slide. */
export function reachesSlides(file: string): boolean {
  return !OFF_SLIDES.test(file)
}

const NOTE = /<!--[\s\S]*?-->/g
const CLAUSE = /\bclause:\s*(['"`])(?:\\.|(?!\1)[^\\\n])*\1/g

/**
 * The text that stands on slides. Only what is known to be elsewhere is left out, so that a new component or layout
 * lacks nothing: notes, clauses of the source, which the appendix sets in the regular face, and messages.
 */
function onSlides({ file, text }: TextFile): string {
  if (!reachesSlides(file)) return ''
  const shown = shownText({ file, text })
  return file.endsWith('.md') ? shown.replace(NOTE, '') : shown.replace(CLAUSE, '')
}

/**
 * The texts whose characters a face needs. A slide that sets another text in it would show a fallback font; the export
 * stops there and names the slide, the character and the face.
 * @param display titles of the first level, and what large type may show on any slide
 */
export function shownIn(use: FaceUse, files: readonly TextFile[], display: string): TextFile[] {
  if (use === 'everything') return [...files]
  return use === 'slides'
    ? files.map(({ file, text }) => ({ file, text: onSlides({ file, text }) }))
    : [{ file: '', text: display }]
}
