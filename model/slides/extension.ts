import type { SlidevPreparserExtension } from '@slidev/types'
import type { LoadedData } from './context.ts'
import { attachContext, readContext } from './context.ts'
import { printNote } from './note.ts'
import { plainTitle } from './title.ts'

/**
 * Puts figures into what no Vue compiler sees: slide titles and speaker notes. The content of slides is left alone,
 * for Slidev writes back whatever stands there when a page is edited in the browser.
 */
export function figureExtension(loaded: LoadedData): SlidevPreparserExtension {
  return {
    name: 'huibao',
    async transformSlide(content, frontmatter): Promise<undefined> {
      attachContext(frontmatter, { loaded })
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
