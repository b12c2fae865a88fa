import type { SlidevPreparserExtension } from '@slidev/types'
import type { LoadedData } from './context.ts'
import { attachContext, readContext } from './context.ts'
import { expandAppendix } from './expand-appendix.ts'
import { printNote } from './note.ts'
import { prepareLines } from './prepare.ts'
import { plainTitle } from './title.ts'

/**
 * Writes lines so that Slidev reads what was written, spreads the appendix over as many slides as it needs, and puts
 * figures into what no Vue compiler sees: slide titles and speaker notes. The content of slides is left alone else.
 */
export function figureExtension(loaded: LoadedData): SlidevPreparserExtension {
  // Slidev parses one file after the other, and the slides of each in their order.
  let starts: number[] = []
  return {
    name: 'huibao',
    transformRawLines(lines) {
      const prepared = prepareLines(lines)
      if (!('data' in loaded)) return void lines.splice(0, lines.length, ...prepared)
      const expanded = expandAppendix(prepared, loaded.data)
      starts = expanded.starts
      lines.splice(0, lines.length, ...expanded.lines)
    },
    async transformSlide(content, frontmatter): Promise<undefined> {
      const start = starts.shift()
      attachContext(frontmatter, { loaded, ...(start !== undefined && { start }) })
      if (!('data' in loaded)) return
      if (!frontmatter.title && !frontmatter.name) {
        const title = plainTitle(content, loaded.data)
        if (title) frontmatter.title = title
      }
    },
    async transformNote(note, frontmatter) {
      const context = readContext(frontmatter)
      if (context) context.rawNote = note
      return 'data' in loaded ? printNote(note, frontmatter.time, loaded.data) : undefined
    },
  }
}
