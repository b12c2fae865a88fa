import type { Chapter, Figure } from '../../model/figure.ts'
import { chartSlide, hasRoomBeside, MOST_BESIDE } from './chart-slides.ts'
import { areKin, familiesOf } from './families.ts'
import { type Group, groupFigures } from './groups.ts'
import { type Material, ownFigures } from './material.ts'
import { numberSlide, packed } from './number-slides.ts'
import { repeatedIn } from './repeats.ts'
import type { MessageSlide } from './slide.ts'
import { tableSlide } from './table-slides.ts'
import { targetSlides } from './target-slides.ts'

/** Fewest numbers that fill a slide of their own, where a chart has room for them. */
const THIN = 2

/** The slides of a chapter that have a message, in the order in which they are told. */
export function messageSlides(chapter: Chapter, material: Material): MessageSlide[] {
  const { deck } = material
  const own = <Item extends { chapter: Chapter }>(items: readonly Item[]): Item[] =>
    items.filter(each => each.chapter.id === chapter.id)
  const targets = targetSlides(
    deck.targets.filter(({ plan, done }) => (done ?? plan).chapter.id === chapter.id),
    material,
  )
  const tables = own(deck.tables)
  const [series, others] = [tables.filter(({ by }) => by === 'periods'), tables.filter(({ by }) => by === 'subjects')]
  const all = ownFigures(material, chapter)
  const told = new Set(targets.flatMap(({ figures }) => figures))
  const free = all.filter(figure => !told.has(figure) && !repeatedIn(figure, deck.tables))
  return [
    ...targets,
    ...series.flatMap(table => tableSlide(table, material)),
    ...figureSlides(free, all, material),
    ...others.flatMap(table => tableSlide(table, material)),
  ]
}

/** The slides of figures that stand in no table, where the first of each stands in the data. */
export function figureSlides(free: readonly Figure[], all: readonly Figure[], material: Material): MessageSlide[] {
  const { groups, rest } = groupFigures({ free, all, material })
  const beside = new Map<Group, Figure[]>(groups.map(group => [group, []]))
  const loose = familiesOf(rest, material.find).filter(family => !joinKin(family, groups, beside, material))
  const near = loose.filter(family => !joinNear(family, groups, beside, all, material))
  const slides = [
    ...[...beside].map(([group, kin]) => chartSlide(group, kin, material)),
    ...packed(near).map(figures => numberSlide(figures, material)),
  ]
  const placeOf = ({ figures }: MessageSlide): number =>
    Math.min(...figures.map(figure => free.indexOf(figure)).filter(at => at >= 0))
  return mainFirst(
    slides.sort((a, b) => placeOf(a) - placeOf(b)),
    material,
  )
}

/** Puts a family beside the chart that shows what it is about, where that has room. */
function joinKin(
  family: readonly Figure[],
  groups: readonly Group[],
  beside: ReadonlyMap<Group, Figure[]>,
  { find }: Material,
): boolean {
  const group = groups.find(({ figures }) => figures.some(figure => family.some(each => areKin(each, figure, find))))
  const kin = group && beside.get(group)!
  if (!kin || kin.length + family.length > MOST_BESIDE) return false
  kin.push(...family)
  return true
}

/** Puts a family that is too small for a slide beside the chart that stands nearest to it, where that has room. */
function joinNear(
  family: readonly Figure[],
  groups: readonly Group[],
  beside: ReadonlyMap<Group, Figure[]>,
  all: readonly Figure[],
  { weight }: Material,
): boolean {
  if (family.length > THIN) return false
  const own = Math.max(...family.map(weight))
  const at = all.indexOf(family[0]!)
  const distance = ({ figures }: Group): number =>
    Math.min(...figures.map(figure => Math.abs(all.indexOf(figure) - at)))
  const group = groups
    .filter(each => hasRoomBeside(each) && beside.get(each)!.length + family.length <= MOST_BESIDE)
    .filter(each => distance(each) <= THIN && Math.max(...each.figures.map(weight)) > own)
    .sort((a, b) => distance(a) - distance(b))[0]
  if (!group) return false
  beside.get(group)!.push(...family)
  return true
}

/** The slide that says most comes first, the others as the data has them. */
function mainFirst(slides: readonly MessageSlide[], { weight }: Material): MessageSlide[] {
  const [main] = [...slides].sort((a, b) => weight(b.lead) - weight(a.lead))
  return main ? [main, ...slides.filter(slide => slide !== main)] : []
}
