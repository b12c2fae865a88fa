import type { DeckData } from './context.ts'
import type { CheckedSlide } from './check.ts'
import type { StatedId } from './ids.ts'
import type { Tag } from './scan.ts'
import { escapeHtml } from '../escape-html.ts'
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

/** Directives that other tags, the slot or the clicks of the slide hang on. */
function keptDirectives(text: string, { attributes }: Tag): string {
  return attributes
    .filter(({ name }) => /^(?:#|v-(?!bind|model|on|html|text))/.test(name))
    .map(({ start, end }) => ` ${text.slice(start, end)}`)
    .join('')
}

/** The box for ids of one sort. */
function errorTag(wrong: readonly StatedId[], where: { file: string; line: number }, directives = ''): string {
  const list = escapeHtml(JSON.stringify(wrong.map(({ id }) => id)))
  const { sort } = wrong[0]!
  return `<FigureError :ids="${list}"${sort === 'figure' ? '' : ` sort="${sort}"`} file="${escapeHtml(where.file)}" :line="${where.line}"${directives} />`
}

function closingTag(tags: readonly Tag[], open: number): Tag | undefined {
  let depth = 0
  return tags.slice(open).find(tag => {
    if (tag.name === tags[open]!.name) depth += tag.type === 'open' ? 1 : tag.type === 'close' ? -1 : 0
    return depth === 0
  })
}

/**
 * The replacements that turn every tag with a wrong id into a `<FigureError>`, its content included; each wrong id
 * of the frontmatter gets one before the content. Empty where all is well.
 */
export function markErrors(slide: CheckedSlide, file: string, data: DeckData): Replacement[] {
  const wrong = (ids: readonly StatedId[]): StatedId[] => ids.filter(({ id, sort }) => !data.isKnown(id, sort))
  const { contentRaw: text, frontmatter, frontmatterRaw = '' } = slide
  const base = contentOffset(slide)
  const replacements: Replacement[] = []
  for (const stated of wrong(frontmatterIds(frontmatter, frontmatterRaw))) {
    const line = lineAt(slide, slide.raw.indexOf(frontmatterRaw) + stated.at)
    replacements.push({ start: 0, end: 0, text: `${errorTag([stated], { file, line })}\n\n` })
  }
  const tags = scanTags(text)
  let done = 0
  tags.forEach((tag, index) => {
    const bad = wrong(idsOfTag(tag, data.figureProps))
    if (!bad.length || tag.start < done) return
    const end = (tag.type === 'open' ? closingTag(tags, index) : tag)?.end ?? tag.end
    replacements.push({
      start: tag.start,
      end,
      text: errorTag(bad, { file, line: lineAt(slide, base + bad[0]!.at) }, keptDirectives(text, tag)),
    })
    done = end
  })
  return replacements
}
