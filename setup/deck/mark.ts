import type { DeckData } from './context.ts'
import type { Tag } from './scan.ts'
import type { CheckedSlide } from './check.ts'
import { frontmatterIds } from './frontmatter.ts'
import { idsOfTag } from './ids.ts'
import { scanTags } from './scan.ts'
import { contentOffset, lineAt } from './source.ts'

/** A piece of a slide's content to be replaced; offsets are into the trimmed content. */
export interface Replacement {
  start: number
  end: number
  text: string
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
}

/** Directives that other tags, the slot or the clicks of the slide hang on. */
function keptDirectives(text: string, { attributes }: Tag): string {
  return attributes
    .filter(({ name }) => /^(?:#|v-(?!bind|model|on|html|text))/.test(name))
    .map(({ start, end }) => ` ${text.slice(start, end)}`)
    .join('')
}

function errorTag(ids: readonly string[], where: { file: string, line: number }, directives: string): string {
  const list = escapeAttribute(JSON.stringify(ids))
  return `<FigureError :ids="${list}" file="${escapeAttribute(where.file)}" :line="${where.line}"${directives} />`
}

function closingTag(tags: readonly Tag[], open: number): Tag | undefined {
  let depth = 0
  return tags.slice(open).find((tag) => {
    if (tag.name === tags[open]!.name)
      depth += tag.type === 'open' ? 1 : tag.type === 'close' ? -1 : 0
    return depth === 0
  })
}

/**
 * The replacements that turn every tag with a wrong figure id into a `<FigureError>`, its content included; wrong ids
 * of the frontmatter get one before the content. Empty where all is well.
 */
export function markErrors(slide: CheckedSlide, file: string, data: DeckData): Replacement[] {
  const wrong = (ids: readonly { id: string }[]): string[] => ids.map(({ id }) => id).filter(id => !data.findFigure(id))
  const { contentRaw: text, frontmatterRaw = '' } = slide
  const base = contentOffset(slide)
  const replacements: Replacement[] = []
  const stated = frontmatterIds(frontmatterRaw).filter(({ id }) => !data.findFigure(id))
  if (stated.length) {
    const line = lineAt(slide, slide.raw.indexOf(frontmatterRaw) + stated[0]!.at)
    replacements.push({ start: 0, end: 0, text: `${errorTag(stated.map(({ id }) => id), { file, line }, '')}\n\n` })
  }
  const tags = scanTags(text)
  let done = 0
  tags.forEach((tag, index) => {
    const ids = idsOfTag(tag, data.figureProps)
    const bad = wrong(ids)
    if (!bad.length || tag.start < done)
      return
    const first = ids.find(({ id }) => id === bad[0])!
    const end = (tag.type === 'open' ? closingTag(tags, index) : tag)?.end ?? tag.end
    replacements.push({ start: tag.start, end, text: errorTag(bad, { file, line: lineAt(slide, base + first.at) }, keptDirectives(text, tag)) })
    done = end
  })
  return replacements
}
