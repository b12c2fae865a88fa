import type { Chapter, Figure } from '../../model/figure.ts'
import { chartSlide, hasRoomBeside } from './chart-slides.ts'
import { areKin, familiesOf } from './families.ts'
import { type Group, groupFigures } from './groups.ts'
import { type Material, ownFigures } from './material.ts'
import { numberSlide, packed } from './number-slides.ts'
import { voicedBy } from './quote-slides.ts'
import { repeatedIn } from './repeats.ts'
import type { MessageSlide } from './slide.ts'
import { tableSlides } from './table-slides.ts'
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
  const voiced = deck.quotes.filter(quote => quote.chapter === chapter.id).flatMap(quote => voicedBy(quote, deck))
  const told = new Set([...targets.flatMap(({ figures }) => figures), ...voiced])
  const isVoiced = ({ derived }: Figure): boolean => voiced.some(({ id }) => derived?.inputs.includes(id))
  const free = all.filter(figure => !told.has(figure) && !isVoiced(figure) && !repeatedIn(figure, deck.tables))
  return [
    ...targets,
    ...series.flatMap(table => tableSlides(table, material)),
    ...figureSlides(free, all, material),
    ...others.flatMap(table => tableSlides(table, material)),
  ]
}

/** The slides of figures that stand in no table, in the order in which the source states what leads each. */
export function figureSlides(free: readonly Figure[], all: readonly Figure[], material: Material): MessageSlide[] {
  const { groups, rest } = groupFigures({ free, all, material })
  const kin = new Map<Group, Figure[]>(groups.map(group => [group, []]))
  const loose = familiesOf(rest, material.find).filter(family => !joinKin(family, groups, kin, material))
  const [near, far] = [true, false].map(isNear => laidOut(loose, { groups, kin, all, material, isNear }))
  // What stands near a chart stands beside it, unless a number that says more is then left alone.
  const isFilled = ({ large }: LaidOut): boolean => large.every(({ length }) => length > THIN)
  const { beside, large } = isFilled(near!) || !isFilled(far!) ? near! : far!
  const slides = [
    ...[...beside].map(([group, kin]) => chartSlide(group, kin, material)),
    ...large.map(figures => numberSlide(figures, material)),
  ]
  const placeOf = ({ lead }: MessageSlide): number => all.indexOf(lead)
  return slides.sort((a, b) => placeOf(a) - placeOf(b))
}

/** Figures beside charts, and those of slides of large numbers. */
interface LaidOut {
  beside: ReadonlyMap<Group, Figure[]>
  large: readonly (readonly Figure[])[]
}

interface Laying {
  groups: readonly Group[]
  /** What stands beside charts that show what it is about. */
  kin: ReadonlyMap<Group, readonly Figure[]>
  all: readonly Figure[]
  material: Material
  /** Whether small families stand beside the charts near which the source states them. */
  isNear: boolean
}

function laidOut(loose: readonly Figure[][], { groups, kin, all, material, isNear }: Laying): LaidOut {
  const beside = new Map(groups.map(group => [group, [...kin.get(group)!]]))
  const left = loose.filter(family => !isNear || !joinNear(family, groups, beside, all, material))
  const large = packed(left).filter(figures => !joinThin(figures, groups, beside, all, material))
  return { beside, large }
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

/** Puts what would be nearly alone on its slide beside a chart, unless it says more than that. */
function joinThin(
  figures: readonly Figure[],
  groups: readonly Group[],
  beside: ReadonlyMap<Group, Figure[]>,
  all: readonly Figure[],
  { weight }: Material,
): boolean {
  if (figures.length > THIN) return false
  const own = Math.max(...figures.map(weight))
  const able = groups.filter(each => Math.max(...each.figures.map(weight)) >= own)
  return joinAny(figures, able, beside, all)
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
