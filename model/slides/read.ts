import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { SourceSlideInfo } from '@slidev/types'
import { ENGINE_ROOT } from '../engine.ts'
import type { CheckedSlide } from './check.ts'
import type { DeckData } from './context.ts'
import { displayPath } from './slides.ts'
import { plainTitle } from './title.ts'

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
  const { loadSlides } = await import('./load.ts')
  const { slides } = await loadSlides(root, data)
  const sourced = new Map<string, boolean>()
  for (const [index, { frontmatter }] of slides.entries()) {
    const layout = layoutOf(frontmatter, index)
    if (!sourced.has(layout)) sourced.set(layout, await namesSources(root, layout))
  }
  return slides.map(({ source, frontmatter }, index) =>
    factSlide({ ...source, frontmatter }, index, {
      data,
      file: displayPath(source.filepath, root),
      sourced: sourced.get(layoutOf(frontmatter, index))!,
    }),
  )
}

function layoutOf({ layout }: Readonly<Record<string, unknown>>, index: number): string {
  return typeof layout === 'string' ? layout : index === 0 ? 'cover' : 'default'
}

/** A slide as Slidev's parser reads it, without preparsers. */
type ParsedSlide = Pick<SourceSlideInfo, 'raw' | 'contentRaw' | 'frontmatterRaw' | 'start' | 'note' | 'frontmatter'>

/** @param index from 0 */
export function factSlide(
  parsed: ParsedSlide,
  index: number,
  { data, file, sourced }: { data: DeckData } & Pick<FactSlide, 'file' | 'sourced'>,
): FactSlide {
  const { raw, contentRaw, frontmatterRaw, start, note, frontmatter } = parsed
  // The headmatter's title is that of the deck.
  const named = index === 0 ? [] : [frontmatter.title, frontmatter.name].filter(title => typeof title === 'string')
  return {
    no: index + 1,
    title: named[0] ?? plainTitle(contentRaw, data) ?? '',
    file,
    layout: layoutOf(frontmatter, index),
    sourced,
    raw,
    contentRaw,
    ...(frontmatterRaw !== undefined && { frontmatterRaw }),
    frontmatter,
    start,
    ...(note !== undefined && { rawNote: note }),
  }
}

/** The frame of pages collects the sources of what stands in it; a deck's own layout is before the engine's. */
async function namesSources(root: string, layout: string): Promise<boolean> {
  const file = [root, ENGINE_ROOT].map(each => path.join(each, 'layouts', `${layout}.vue`)).find(existsSync)
  return file !== undefined && /<(?:PageFrame|page-frame)\b/.test(await readFile(file, 'utf8'))
}
