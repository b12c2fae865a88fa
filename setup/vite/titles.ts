import type { Plugin } from 'vite'
import { escapeHtml } from '../../model/escape-html.ts'

const MODULE = '/@slidev/title-renderer.md'
/** A title with what Slidev writes around it. */
const TITLE = /(<template v-(?:else-)?if="no === \d+">\n\n)([^]*?)(?=\n\n<\/template>)/g

/** The module of titles with each as a plain text, whatever Markdown or Vue would make of it. */
export function plainTitles(code: string): string {
  return code.replace(
    TITLE,
    (_, open: string, title: string) => `${open}<span v-text="${escapeHtml(JSON.stringify(title))}"></span>`,
  )
}

/** Titles of slides are texts; Slidev writes them into a module that is compiled. */
export function titlesPlugin(): Plugin {
  return {
    name: 'huibao:titles',
    enforce: 'pre',
    transform: { order: 'pre', handler: (code, id) => (id === MODULE ? plainTitles(code) : undefined) },
  }
}
