import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'

/** What the pages that show notes import. */
export const NOTES = 'virtual:huibao-notes'
const RESOLVED = `\0${NOTES}`

/** What Slidev makes of a slide: its record stands as JSON on a line of its own. */
const RECORD = /^(\s*\.\.\.\()(\{.*\})(\),)$/m

/**
 * Takes the note, and the frontmatter as it was written, out of a slide's module.
 * @returns `undefined` where the module is not what Slidev writes
 */
export function withoutNote(code: string): { code: string; note: string } | undefined {
  const record = RECORD.exec(code)?.[2]
  if (record === undefined) return undefined
  const {
    noteHTML = '',
    frontmatterRaw: _,
    ...slide
  } = JSON.parse(record) as { noteHTML?: string; frontmatterRaw?: string }
  // A function as replacement: a dollar sign in the text is no reference.
  return {
    note: noteHTML,
    code: code.replace(
      RECORD,
      (_, open: string, __, close: string) => `${open}${JSON.stringify({ ...slide, noteHTML: '' })}${close}`,
    ),
  }
}

/**
 * Keeps the speaker notes in a file of their own, which only pages that show them load: a viewer's phone has no use
 * for them.
 */
export function notesPlugin({ data }: ResolvedSlidevOptions): Plugin {
  const notes = new Map<string, string>()

  return {
    name: 'huibao:notes',
    enforce: 'pre',
    apply: 'build',
    resolveId: id => (id === NOTES ? RESOLVED : undefined),
    load: {
      filter: { id: /^\0virtual:huibao-notes$/ },
      async handler() {
        const all = await Promise.all(
          data.slides.map(async ({ source }, index) => {
            const id = `${source.filepath}__slidev_${index + 1}.frontmatter`
            await this.load({ id })
            return notes.get(id) ?? this.error(`${id} 没有读过：Slidev 换了写法，见 setup/vite/notes.ts`)
          }),
        )
        return `import { slides } from '#slidev/slides'
const notes = ${JSON.stringify(all)}
slides.value.forEach(({ meta }, index) => { meta.slide.noteHTML = notes[index] })
`
      },
    },
    transform: {
      filter: { id: /__slidev_\d+\.frontmatter$/ },
      handler(code, id) {
        const taken = withoutNote(code)
        if (!taken) this.error(`${id} 里找不到讲稿：Slidev 换了写法，见 setup/vite/notes.ts`)
        notes.set(id, taken.note)
        return { code: taken.code, map: null }
      },
    },
  }
}
