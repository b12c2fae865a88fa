import { listPhotos } from '../../setup/vite/photos/list.ts'
import { DEFAULT_MAP } from '../../model/maps.ts'
import type { Figure } from '../../model/figure.ts'
import type { DeckData } from '../../model/slides/context.ts'
import { printFigures } from '../../model/slides/figure-text.ts'
import { statedIds } from '../../model/slides/frontmatter.ts'
import { componentName, propOf, type StatedId } from '../../model/slides/ids.ts'
import type { FactSlide } from '../../model/slides/read.ts'
import { scanTags } from '../../model/slides/scan.ts'
import { COMMENT } from '../../model/slides/title.ts'
import { appearancesOf } from '../lib/facts/appearances.ts'
import type { ComparedSlide } from './record.ts'

const FIRST_HEADING = /^#{1,6}[ \t].*$/m

/** A text without blank lines and what is around the ends of lines, which nobody sees. */
const folded = (text: string): string => text.replace(/\s*\n\s*/g, '\n').trim()

/** What slides say, as plain values. @param files below `public/`, with `/` on every system */
export function recordSlides(
  slides: readonly FactSlide[],
  data: DeckData,
  figures: readonly Figure[],
  files: readonly string[],
): ComparedSlide[] {
  const named = Map.groupBy(appearancesOf(slides, data, figures), ({ slide }) => slide)
  return slides.map(slide => {
    const { no, title, frontmatter, contentRaw, rawNote = '' } = slide
    const appearances = named.get(slide) ?? []
    const idsIn = (appendix: boolean): string[] => [
      ...new Set(appearances.filter(({ medium }) => (medium === 'appendix') === appendix).map(({ id }) => id)),
    ]
    const content = contentRaw.replace(COMMENT, '').trim()
    const print = (text: string): string => printFigures(text, data, id => `〔无此数据：${id}〕`)
    const stated = statedIds(slide, data)
    return {
      no,
      title,
      chapter: typeof frontmatter.chapter === 'string' ? frontmatter.chapter : '',
      settings: settingsOf(slide),
      text: folded(print(content.replace(FIRST_HEADING, ''))),
      note: print(rawNote).trim(),
      written: folded(`${content}\n${rawNote}`),
      shows: idsIn(false),
      lists: idsIn(true),
      refers: [...new Set(stated.filter(({ sort }) => sort !== 'figure').map(({ sort, id }) => `${sort}:${id}`))],
      pictures: picturesOf(slide, stated, data, files),
    }
  })
}

/** The title of a slide is compared by itself; on the first one it is that of the deck. */
function settingsOf({ no, frontmatter }: FactSlide): Record<string, string> {
  return Object.fromEntries(
    Object.entries(frontmatter)
      .filter(([key]) => no === 1 || key !== 'title')
      .map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

function picturesOf(
  { raw, contentRaw }: FactSlide,
  stated: readonly StatedId[],
  data: DeckData,
  files: readonly string[],
): string[] {
  const slots = stated
    .filter(({ sort }) => sort === 'photo')
    .map(({ id }) => {
      const names = files.filter(file => /^photos\/[^/]+$/.test(file)).map(file => file.slice('photos/'.length))
      const photo = listPhotos(names).find(each => each.id === id)
      return photo ? `photos/${photo.file}` : data.findPhoto(id)?.scene
    })
  const maps = scanTags(contentRaw)
    .filter(tag => componentName(tag.name) === 'DistrictMap')
    .filter(tag => tag.attributes.every(({ name }) => propOf(name).prop !== 'src'))
    .map(() => DEFAULT_MAP)
  const shown = [...slots, ...maps, ...files.filter(file => raw.includes(file))]
  return [...new Set(shown.filter(file => file !== undefined && files.includes(file)))] as string[]
}
