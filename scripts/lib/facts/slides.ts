import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CheckedSlide } from '../../../setup/deck/check.ts'
import type { DeckData } from '../../../setup/deck/context.ts'
import { displayPath } from '../../../setup/deck/slides.ts'
import { plainTitle } from '../../../setup/deck/title.ts'

/** A slide as written, with what is needed to say where something on it stands. */
export interface FactSlide extends CheckedSlide {
  /** From 1. */
  no: number
  title: string
  /** From the project's root. */
  file: string
  layout: string
  /** Whether its layout names measure, period and column of what the slide shows. */
  sourced: boolean
}

/** The slides that are shown, in order, notes as written. */
export async function readSlides(root: string, data: DeckData): Promise<FactSlide[]> {
  const { load } = await import('@slidev/parser/fs')
  const { slides } = await load({ roots: [root], userRoot: root }, path.join(root, 'slides.md'))
  const sourced = new Map<string, boolean>()
  const read: FactSlide[] = []
  for (const [index, slide] of slides.entries()) {
    const { raw, contentRaw, frontmatterRaw, start, filepath, note } = slide.source
    const { frontmatter } = slide
    const layout = typeof frontmatter.layout === 'string' ? frontmatter.layout : index === 0 ? 'cover' : 'default'
    if (!sourced.has(layout)) sourced.set(layout, await namesSources(root, layout))
    read.push({
      no: index + 1,
      title: [frontmatter.title, frontmatter.name].find(title => typeof title === 'string' && index > 0) as string | undefined
        ?? plainTitle(contentRaw, data) ?? '',
      file: displayPath(filepath, root),
      layout,
      sourced: sourced.get(layout)!,
      raw,
      contentRaw,
      ...(frontmatterRaw !== undefined && { frontmatterRaw }),
      frontmatter,
      start,
      ...(note !== undefined && { rawNote: note }),
    })
  }
  return read
}

/** The frame of pages collects the sources of what stands in it. */
async function namesSources(root: string, layout: string): Promise<boolean> {
  const file = path.join(root, 'layouts', `${layout}.vue`)
  return existsSync(file) && /<(?:PageFrame|page-frame)\b/.test(await readFile(file, 'utf8'))
}
