import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Deck } from '../../model/deck.ts'
import type { Figure } from '../../model/figure.ts'
import { formatFigure } from '../../model/format.ts'
import { unlessMissing } from '../../model/errors.ts'
import { loadSoundDeck } from '../../model/load.ts'
import { toDeckData } from '../../model/slides/data.ts'
import { readSlides } from '../../model/slides/read.ts'
import type { DeckSource, UnusedSort } from '../../model/source.ts'
import { sourcesOf } from '../../model/sources.ts'
import type { Table } from '../../model/table.ts'
import { unshownItems } from '../check/facts/completeness.ts'
import { editDataFiles, readSource, writeFiles } from '../lib/data-files/index.ts'
import { withSlides } from './append.ts'
import { figureSlides } from './chapter-slides.ts'
import { draftSlides, type Drafted } from './draft.ts'
import { materialOf, ownFigures } from './material.ts'
import type { DraftSlide } from './slide.ts'
import { tableSlides } from './table-slides.ts'

const SLIDES = 'slides.md'
/** The picture of the cover that a deck begins with, below `public/`. */
export const COVER = 'scenes/cover.svg'

/** What drafting into a deck has come to. */
export interface DraftedInto {
  /** Files that were written. */
  written: readonly string[]
  /** What no slide shows, a line each, where nothing was written. */
  listed: readonly string[]
}

/**
 * Drafts the slides of a deck that has none. Those that are there are never changed: what they do not show is listed,
 * or added as slides of its own.
 * @param root folder of the deck
 * @throws HuibaoError where the data is not in order, or cannot be edited
 */
export async function draftInto(
  root: string,
  { title, append }: { title?: string | undefined; append: boolean },
): Promise<DraftedInto> {
  const [deck, source] = [await loadSoundDeck(root), await readSource(root)]
  const written = await unlessMissing(readFile(path.join(root, SLIDES), 'utf8'), undefined)
  if (written === undefined) {
    const cover = access(path.join(root, 'public', COVER)).then(() => ({ scene: COVER }))
    const scene = await unlessMissing(cover, {})
    const head = { title: title ?? sourcesOf(source)[0]?.title ?? path.basename(root), ...scene }
    const drafted = draftSlides(deck, head, source)
    const data = await editDataFiles(root, source, withDrafted(source, drafted))
    const files = new Map([...data, [SLIDES, drafted.slides]])
    await writeFiles(root, files)
    return { written: [...files.keys()], listed: [] }
  }
  const left = await notShown(root, deck, source)
  if (!append) return { written: [], listed: [...left.figures.map(told), ...left.tables.map(toldTable)] }
  const slides = slidesFor(left, deck)
  if (slides.length === 0) return { written: [], listed: [] }
  await writeFiles(root, new Map([[SLIDES, withSlides(written, slides)]]))
  return { written: [SLIDES], listed: [] }
}

const told = (figure: Figure): string => `${figure.id}  ${figure.label}${formatFigure(figure, 'worded')}`
const toldTable = ({ id, label }: Table): string => `${id}  表：${label}`

/** What of the data is neither shown nor marked as unused. */
interface Left {
  figures: readonly Figure[]
  tables: readonly Table[]
}

async function notShown(root: string, deck: Deck<string>, source: DeckSource): Promise<Left> {
  const data = toDeckData(deck, root)
  const items = unshownItems({ source, data, slides: await readSlides(root, data) })
  const isLeft = (sort: UnusedSort, id: string): boolean => items.some(item => item.sort === sort && item.id === id)
  return {
    figures: deck.figures.filter(({ id }) => isLeft('figure', id)),
    tables: deck.tables.filter(({ id }) => isLeft('table', id)),
  }
}

function slidesFor({ figures, tables }: Left, deck: Deck<string>): DraftSlide[] {
  const material = materialOf(deck)
  return deck.chapters.flatMap(chapter => {
    const all = ownFigures(material, chapter)
    const free = all.filter(figure => figures.includes(figure))
    return [
      ...figureSlides(free, all, material),
      ...tables.filter(table => table.chapter.id === chapter.id).flatMap(table => tableSlides(table, material)),
    ]
  })
}

/** A deck's data with what a draft adds to it. */
export function withDrafted(source: DeckSource, { unused, names }: Pick<Drafted, 'unused' | 'names'>): DeckSource {
  const { names: own = { file: 'data/names.ts', names: [] } } = source
  const known = source.unused ?? { file: 'data/unused.ts', unused: [] }
  return {
    ...source,
    ...((names.length > 0 || source.names) && { names: { ...own, names: [...own.names, ...names] } }),
    ...((unused.length > 0 || source.unused) && { unused: { ...known, unused: [...known.unused, ...unused] } }),
  }
}
