/** What is needed of Slidev's source slide to find the lines of its file. */
export interface SlideText {
  /** Frontmatter, content and note as in the file, with `\n` line ends. */
  raw: string
  /** Content without frontmatter and note, trimmed. */
  contentRaw: string
  frontmatterRaw?: string
  /** Zero-based line of the file at which `raw` starts. */
  start: number
}

/** The line, from 1, of the character at `offset` of the slide's `raw`. */
export function lineAt({ raw, start }: SlideText, offset: number): number {
  return start + raw.slice(0, Math.max(0, offset)).split('\n').length
}

/** Where the trimmed content starts in `raw`. */
export function contentOffset({ raw, contentRaw, frontmatterRaw }: SlideText): number {
  const body = frontmatterRaw ? raw.indexOf(frontmatterRaw) + frontmatterRaw.length : 0
  return raw.indexOf(contentRaw, body)
}

/** Where the note's text starts in `raw`; the note is what stands last there. */
export function noteOffset({ raw }: SlideText, rawNote: string): number {
  return raw.lastIndexOf(rawNote)
}
