import type { Chapter, Figure } from '../../model/figure.ts'
import { chartSlide, hasRoomBeside } from './chart-slides.ts'
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
  const large = packed(near).filter(figures => figures.length > 1 || !joinAny(figures, groups, beside, all))
  const slides = [
    ...[...beside].map(([group, kin]) => chartSlide(group, kin, material)),
    ...large.map(figures => numberSlide(figures, material)),
  ]
  const placeOf = ({ figures }: MessageSlide): number =>
    Math.min(...figures.map(figure => free.indexOf(figure)).filter(at => at >= 0))
  return slides.sort((a, b) => placeOf(a) - placeOf(b))
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
  if (!group || !kin || !hasRoomBeside(group, [...kin, ...family])) return false
  kin.push(...family)
  return true
}

/** Puts a family that is too small for a slide, and says less than it, beside the chart that stands near it. */
function joinNear(
  family: readonly Figure[],
  groups: readonly Group[],
  beside: ReadonlyMap<Group, Figure[]>,
  all: readonly Figure[],
  { weight }: Material,
): boolean {
  if (family.length > THIN) return false
  const own = Math.max(...family.map(weight))
  const able = groups.filter(
    each =>
      distanceTo(family, each, all) <= THIN &&
      // What is told in two numbers has room for more.
      (each.advice.component === 'Compare' || Math.max(...each.figures.map(weight)) > own),
  )
  return joinAny(family, able, beside, all)
}

/** Puts a family beside the nearest chart that has room. */
function joinAny(
  family: readonly Figure[],
  groups: readonly Group[],
  beside: ReadonlyMap<Group, Figure[]>,
  all: readonly Figure[],
): boolean {
  const [group] = groups
    .filter(each => hasRoomBeside(each, [...beside.get(each)!, ...family]))
    .sort((a, b) => distanceTo(family, a, all) - distanceTo(family, b, all))
  if (!group) return false
  beside.get(group)!.push(...family)
  return true
}

/** How many places lie between a family and what a chart shows. */
function distanceTo([first]: readonly Figure[], { figures }: Group, all: readonly Figure[]): number {
  const at = all.indexOf(first!)
  return Math.min(...figures.map(figure => Math.abs(all.indexOf(figure) - at)))
}
