import type { Plugin } from 'vite'
import { NOTES } from './notes.ts'

/** Style sheet of the icons. */
const ICONS = 'uno:icons.css'

/** What each of Slidev's pages needs that the first view does without. */
export const pages: Readonly<Record<string, readonly string[]>> = {
  export: [NOTES, ICONS],
  entry: [ICONS],
  notes: [NOTES, ICONS],
  'notes-edit': [NOTES, ICONS],
  overview: [NOTES, ICONS],
  presenter: [NOTES, ICONS],
  'presenter/print': [NOTES, ICONS],
}

const PAGE = new RegExp(`/@slidev/client/pages/(${Object.keys(pages).join('|')})\\.vue$`)

/** A page's source with imports for their effects, in its own script where it has one. */
export function withImports(source: string, modules: readonly string[]): string {
  const imports = modules.map(module => `import '${module}'\n`).join('')
  const script = /<script setup\b[^>]*>\n/
  return script.test(source)
    ? source.replace(script, open => open + imports)
    : `<script setup>\n${imports}</script>\n\n${source}`
}

/** Lets Slidev's other pages import what is kept apart from the first view. */
export function pageImportsPlugin(): Plugin {
  return {
    name: 'huibao:page-imports',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: PAGE },
      handler(code, id) {
        return { code: withImports(code, pages[PAGE.exec(id)![1]!]!), map: null }
      },
    },
  }
}
