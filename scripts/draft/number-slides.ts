import type { Figure } from '../../model/figure.ts'
import { isPoints } from '../../model/units.ts'
import { tagOf } from '../advise/tag.ts'
import { gridTag, lineOf } from './chart-slides.ts'
import { leadOf, type Material } from './material.ts'
import { noteOf } from './note.ts'
import { fitsCells } from './room.ts'
import { changeOf } from './sentence.ts'
import { type MessageSlide, plannedTime } from './slide.ts'
import { heading, titleOf } from './titles.ts'

/** Most numbers on a slide. */
export const MOST_NUMBERS = 6

/**
 * Families of figures in as few slides as hold them all, and these as evenly filled as they can be.
 * @param families none of which is cut but where it is more than a slide holds
 */
export function packed(families: readonly (readonly Figure[])[]): Figure[][] {
  const pieces = families.flatMap(family =>
    Array.from({ length: Math.ceil(family.length / MOST_NUMBERS) }, (_, index) =>
      family.slice(index * MOST_NUMBERS, (index + 1) * MOST_NUMBERS),
    ),
  )
  const total = pieces.reduce((sum, { length }) => sum + length, 0)
  const even = total / Math.ceil(total / MOST_NUMBERS)
  const slides: Figure[][] = []
  for (const piece of pieces) {
    const last = slides.at(-1)
    if (last && last.length + piece.length / 2 <= even && last.length + piece.length <= MOST_NUMBERS)
      last.push(...piece)
    else slides.push([...piece])
  }
  return slides
}

/** A slide of large numbers, the one that says most the largest. */
export function numberSlide(figures: readonly Figure[], material: Material): MessageSlide {
  const lead = leadOf(figures, material)
  const others = figures.filter(each => each !== lead)
  const ranked = [...others].sort((a, b) => material.weight(b) - material.weight(a))
  // What is said of the lead in points stands under the title.
  const small = others.some(each => isPoints(each.unit))
  const title = titleOf(lead, material, small ? [] : ranked.slice(0, 1))
  const beside = others.filter(each => !(title.figures.includes(each) && each.of === lead.id))
  const told = lineOf(beside, title, material, beside.length)
  const left = beside.filter(each => !told.said.includes(each))
  // A number alone on its slide would leave it nearly empty: then what the title says stands beside it, too.
  const isAlone = left.length === 0
  const cells = inPairs(isAlone ? others : left)
  const line = isAlone ? undefined : told.line
  const note = noteOf([lead, ...others], material.find)
  return {
    ...layoutOf(lead, cells),
    title: heading(title.said),
    ...(line !== undefined && { line }),
    note: note.markdown,
    lead,
    figures,
    head: { ...layoutOf(lead, cells).head, chapter: lead.chapter.id, time: plannedTime(note.length) },
  }
}

/** Amounts with their changes behind them, and then the others: in two columns a pair stands in a row. */
function inPairs(figures: readonly Figure[]): Figure[] {
  const pairs = figures.flatMap(figure => {
    const change = changeOf(figure, figures)
    return change ? [figure, change] : []
  })
  return [...pairs, ...figures.filter(figure => !pairs.includes(figure))]
}

/** Ways to lay numbers out beside the one that leads, the roomiest first. */
const BESIDE_LEAD = [
  { main: 7, cols: 1, size: 'm', width: 5, most: 2 },
  { main: 7, cols: 1, size: 's', width: 5, most: 3 },
  { main: 5, cols: 2, size: 's', width: 7, most: 4 },
] as const

/** How a number and those beside it are laid out, by how many they are and what they need. */
export function layoutOf(lead: Figure, cells: readonly Figure[]): Pick<MessageSlide, 'head' | 'body' | 'side'> {
  const isRing = lead.kind === 'share' && lead.unit === '%' && lead.value <= 100 && cells.length > 0
  const large = isRing
    ? tagOf({ component: 'ShareDonut', props: { id: lead.id } })
    : tagOf({ component: 'BigNumber', props: { id: lead.id, size: 'xl', highlight: true } })
  const layout = isRing ? 'chart' : 'numbers'
  if (cells.length === 0) return { head: { layout }, body: [large] }
  const beside = BESIDE_LEAD.find(
    each => cells.length <= each.most && cells.length % each.cols === 0 && fitsCells(cells, each),
  )
  if (beside) {
    const main = layout === 'numbers' && beside.main === 7 ? undefined : beside.main
    return { head: { layout, main }, body: [large], side: [gridTag(cells, beside)] }
  }
  const all = [lead, ...cells]
  const cols = all.length <= 4 ? 2 : 3
  const size = fitsCells(all, { cols, size: 'm', width: 12 }) ? 'm' : 's'
  return { head: { layout: 'numbers' }, body: [gridTag(all, { cols, size, highlight: lead.id })] }
}
