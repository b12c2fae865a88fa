import { displayPath } from '../../../model/slides/slides.ts'
import { lineAt } from '../../../model/slides/source.ts'
import { formatDuration, isPlannedTime } from '../../../model/slides/note.ts'

/** A slide as it is written. */
export interface WrittenSlide {
  /** Id of its chapter; undefined outside of chapters. */
  chapter: string | undefined
  /** Its planned time as its note says it; undefined where there is none. */
  time: string | undefined
  file: string
  raw: string
  /** Zero-based line of the file at which `raw` starts. */
  start: number
  contentRaw: string
  note: string
}

/** The slides of a deck as they are written, in order. */
export async function readWritten(root: string): Promise<WrittenSlide[]> {
  const { loadSlides } = await import('../../../model/slides/load.ts')
  const { slides } = await loadSlides(root)
  return slides.map(({ frontmatter, source }) => {
    const { chapter, time } = frontmatter as { chapter?: unknown; time?: unknown }
    return {
      chapter: typeof chapter === 'string' ? chapter : undefined,
      time: isPlannedTime(time) && time > 0 ? `计划 ${formatDuration(time)}` : undefined,
      file: displayPath(source.filepath, root),
      raw: source.raw,
      start: source.start,
      contentRaw: source.contentRaw,
      note: source.note ?? '',
    }
  })
}

/** Ids of figures and the like, whose digits are no numbers. */
const IDS = /(["'`])[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:@[^"'`\s]+)?\1/g

/** Where something was typed in a slide or its note, as `file:line`; undefined where it was not typed there. */
export function locate(
  { file, raw, start, contentRaw, note }: WrittenSlide,
  typed: string,
  inNote: boolean,
): string | undefined {
  const said = typed.trim()
  if (said === '') return undefined
  const blank = raw.replace(IDS, id => '\0'.repeat(id.length))
  const noteAt = note === '' ? blank.length : raw.lastIndexOf(note)
  const at = inNote ? blank.indexOf(said, noteAt) : blank.slice(0, noteAt).indexOf(said)
  return at < 0 ? undefined : `${file}:${lineAt({ raw, start, contentRaw }, at)}`
}
