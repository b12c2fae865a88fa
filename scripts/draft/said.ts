import { escapeHtml } from '../../model/escape-html.ts'
import type { Figure } from '../../model/figure.ts'
import { formatFigure } from '../../model/format.ts'

/** Words of a slide: as they are written, and how many characters they print. */
export interface Said {
  markdown: string
  length: number
}

/** Characters that Markdown or Vue would take for their own. */
const MARKS = /[\\`*_[\]$~]/g

/** Words as they are, whatever marks they have. */
export function plainWords(text: string): Said {
  const markdown = text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    // Two dashes in front of it would end the comment that a note is.
    .replace(/>/g, '&gt;')
    .replace(/\{(?=\{)/g, '&#123;')
    .replace(MARKS, '\\$&')
  return { markdown, length: text.length }
}

/** A figure as it stands in a sentence. @param highlight whether it is the one number that the slide is about */
export function figureTag(figure: Figure, { highlight = false, period = false } = {}): Said {
  const more = `${period ? ' as="period"' : ''}${highlight ? ' highlight' : ''}`
  const length = formatFigure(figure, period ? 'period' : 'worded').length
  return { markdown: `<Fig id="${escapeHtml(figure.id)}"${more} />`, length }
}

/** Words one behind the other. */
export function joined(parts: readonly Said[], between = ''): Said {
  return {
    markdown: parts.map(({ markdown }) => markdown).join(between),
    length: parts.reduce((sum, { length }) => sum + length, Math.max(0, parts.length - 1) * between.length),
  }
}
