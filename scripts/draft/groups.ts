import { adviseFigures, type Advice } from '../advise/advise.ts'
import { iconOf } from '../advise/icons.ts'
import type { Figure } from '../../model/figure.ts'
import { idsIn } from '../../model/figure-props.ts'
import { type Kind, MEASURED_KINDS } from '../../model/vocabulary.ts'
import { namesOf, stripStopCharacters } from '../check/likeness.ts'
import type { Material } from './material.ts'
import { isEarlier } from './weight.ts'

/** Figures that one chart shows together. */
export interface Group {
  figures: readonly Figure[]
  advice: Advice
}

/** The figures of a chapter, and those of them that no slide shows yet. */
export interface Scene {
  free: readonly Figure[]
  all: readonly Figure[]
  material: Material
}

/** A scene, and what is a part of what though only its place says it. */
interface PlacedScene extends Scene {
  totals: ReadonlyMap<string, string>
}

/** Which figures belong together, and the charts that show how, one of which is drawn. */
interface GroupRule {
  charts: readonly string[]
  find: (scene: PlacedScene) => readonly (readonly Figure[])[]
}

/** Most bars that are read at a glance, and how many times the smallest the largest may be: of parts, and of others. */
const MOST_BARS = 8
const WIDEST = { parts: 40, others: 12 } as const

/** The best of some charts for figures; `undefined` where none of them takes these. */
function chartOf(figures: readonly Figure[], charts: readonly string[], { deck }: Material): Group | undefined {
  const advice = adviseFigures(figures, deck).fitting.find(({ component }) => charts.includes(component))
  return advice && { figures, advice }
}

/** A part of a total whose rest is worked out. */
const splits: GroupRule['find'] = ({ free, all }) => {
  const pairs = free.flatMap(rest => {
    const inputs = all.filter(({ id }) => rest.derived?.inputs.includes(id))
    const part = inputs.find(each => inputs.some(total => total.id === each.of))
    return part && MEASURED_KINDS.includes(part.kind) ? [[inputs.find(({ id }) => id === part.of)!, part]] : []
  })
  return grouped(pairs, ([total, part]) => [total!.unit, total!.period.id, newWord(part!, total!)].join()).map(own =>
    own.flat(),
  )
}

/** What a part is in front of the name of its total: 新培育 of 新培育科技型企业. */
export function newWord(part: Figure, total: Figure): string {
  const names = namesOf(total)
  const name = namesOf(part)[0]!
  for (let end = 1; end < name.length; end++)
    if (names.some(each => each.startsWith(name.slice(end, end + 2)) && each.includes(name.slice(end))))
      return name.slice(0, end).replace(/的$/, '')
  return ''
}

/** A decline with what it leaves. */
const cuts: GroupRule['find'] = ({ free, all }) =>
  free
    .filter(({ kind, value }) => kind === 'growth' && value < 0)
    .filter(cut => all.some(({ kind, derived }) => kind === 'share' && derived?.inputs.includes(cut.id)))
    .map(cut => [cut])

/** One measure in two periods: the later one may stand on another slide already. */
const times: GroupRule['find'] = ({ free, all }) => {
  const pairs = free.flatMap(before => {
    const after = all.find(later => isLater(later, before))
    return after ? [[before, after]] : []
  })
  const measured = grouped(pairs, ([before, after]) =>
    [before!.unit, before!.kind, before!.period.id, after!.period.id].join(),
  )
  // What no chart shows together is shown by itself.
  return measured.flatMap(own => (own.length > 1 && own.length <= MOST_BARS ? [own.flat(), ...own] : own))
}

function isLater(later: Figure, before: Figure): boolean {
  const same = later.kind === before.kind && later.unit === before.unit && later.planned === before.planned
  const [own, other] = [namesOf(later), namesOf(before)]
  const named =
    own.some(name => other.some(each => each.endsWith(name))) ||
    other.some(name => own.some(each => each.endsWith(name)))
  return (
    same &&
    later.kind !== 'growth' &&
    (later.period.end > before.period.end || (before.period.end === '' && later.period.end !== '')) &&
    (named || before.derived?.inputs.includes(later.id) === true)
  )
}

/** Parts that add up to their total, as many of them as do. */
const parts: GroupRule['find'] = ({ free, all, material, totals }) =>
  all.flatMap(total => {
    const own = free.filter(({ id, of, derived }) => (of ?? totals.get(id)) === total.id && !derived)
    for (let length = own.length; length > 1; length--)
      for (let from = 0; from + length <= own.length; from++) {
        const run = [total, ...own.slice(from, from + length)]
        if (addUp(run, material)) return [run]
      }
    return []
  })

/** Whether others add up to the first of some figures. */
function addUp(figures: readonly Figure[], material: Material): boolean {
  return chartOf(figures, ['Contribution'], material)?.advice.props.total === figures[0]!.id
}

/** Whether a number stands in a row of a workbook to which those above it add up. */
const isSum = ({ evidence: { cell } }: Figure): boolean =>
  cell !== undefined && /(?:合计|总计|小计)$/.test(cell.row.replace(/\s/g, ''))

/**
 * The totals of amounts of which a workbook says by place alone what they are parts of, by id: those that follow a
 * total in its column, or stand above a sum, the sums among them by themselves.
 */
export function totalsByPlace(all: readonly Figure[], material: Material): ReadonlyMap<string, string> {
  const amounts = all.filter(({ kind, evidence: { cell }, derived }) => kind === 'amount' && cell && !derived)
  const columnOf = ({ unit, evidence: { cell } }: Figure): string => [cell!.table, cell!.column, unit].join()
  const partsOf = (total: Figure, column: readonly Figure[]): readonly Figure[] => {
    const at = column.indexOf(total)
    const above = column.slice(0, at).reverse()
    const runs = isSum(total) ? [above, above.filter(isSum)] : [column.slice(at + 1)]
    const adding = runs.flatMap(run => run.slice(0, MOST_BARS).map((_, last) => run.slice(0, last + 1)))
    return adding.find(own => own.length > 1 && addUp([total, ...own], material)) ?? []
  }
  return new Map(
    [...Map.groupBy(amounts, columnOf).values()].flatMap(column =>
      column.flatMap(total => partsOf(total, column).map(({ id }) => [id, total.id] as const)),
    ),
  )
}

/** Shares of one whole. */
const shares: GroupRule['find'] = ({ free }) =>
  grouped(
    free.filter(({ kind, unit, derived }) => kind === 'share' && unit === '%' && !derived),
    ({ of, whole, period, planned }) => [of, whole, period.id, planned].join(),
  ).filter(own => own.length > 1 && own.length <= 3 && (own[0]!.of ?? own[0]!.whole) !== undefined)

/** Changes that stand by themselves, or are those of the parts of one thing. */
const growths: GroupRule['find'] = ({ free, material: { find }, totals }) =>
  grouped(
    free.filter(figure => figure.kind === 'growth' && figure.unit === '%' && figure.to === undefined),
    figure => {
      const of = find(figure.of ?? '')
      return [
        of === undefined ? '' : (of.of ?? totals.get(of.id) ?? of.id),
        figure.period.id,
        figure.comparedWith,
        figure.planned,
      ].join()
    },
  )
    // Two changes of parts stand well beside the parts.
    .filter(own => own.length > (own[0]!.of === undefined ? 1 : 2))
    .flatMap(own => chunks(own, MOST_BARS))

/** Numbers of one unit that are called alike, or are parts of one thing. */
const peers: GroupRule['find'] = ({ free, material: { now } }) => {
  const able = free.filter(
    figure =>
      MEASURED_KINDS.includes(figure.kind) &&
      !Number.isNaN(figure.value) &&
      figure.value > 0 &&
      figure.to === undefined &&
      figure.unit !== '' &&
      figure.change === undefined &&
      !figure.derived &&
      !isSum(figure) &&
      !isEarlier(figure, now) &&
      !OF_THEIR_OWN.has(figure.kind) &&
      figure.short.length <= LONGEST_NAME,
  )
  return grouped(able, ({ kind, unit, period, planned }) => [kind, unit, period.id, planned].join())
    .flatMap(alike)
    .flatMap(own => chunks(own, MOST_BARS))
}

/** Longest name of a bar, in characters, that stands beside it in few lines. */
const LONGEST_NAME = 18

/** What is compared with a whole or a plan of its own rather than with another. */
const OF_THEIR_OWN: ReadonlySet<string> = new Set(['completion', 'share', 'ratio'])
/** How much of their names numbers share that are compared, where the unit does not say what they are. */
const HEADS: Readonly<Partial<Record<Kind, number>>> = {
  amount: 4,
  rate: 2,
  level: 2,
  count: 2,
  duration: 2,
  frequency: 2,
}

/** Figures of one unit in those that may be compared. */
function alike(figures: readonly Figure[]): Figure[][] {
  const sets: Figure[][] = []
  for (const figure of figures) {
    const set = sets.find(
      own => own.some(each => areAlike(each, figure)) && own.every(each => isSeenBeside(each, figure)),
    )
    if (set) set.push(figure)
    else sets.push([figure])
  }
  return sets.filter(({ length }) => length > 1)
}

function areAlike(a: Figure, b: Figure): boolean {
  if (a.of !== undefined && a.of === b.of) return true
  const least = HEADS[a.kind]
  if (least === undefined || commonEnd(a.label, b.label) >= least || commonEnd(a.short, b.short) >= least) return true
  return a.kind === 'count' && iconOf(a.label) !== undefined && iconOf(a.label) === iconOf(b.label)
}

/** How many characters names share at their end, where in Chinese stands what something is. */
function commonEnd(a: string, b: string): number {
  const [own, other] = [a, b].map(name => [...stripStopCharacters(name)].reverse()) as [string[], string[]]
  const differs = own.findIndex((character, index) => character !== other[index])
  return differs < 0 ? own.length : differs
}

function isSeenBeside({ value: a, of, id }: Figure, { value: b, of: other, id: own }: Figure): boolean {
  const widest = of !== undefined && of === other ? WIDEST.parts : WIDEST.others
  return Math.max(a, b) / Math.min(a, b) <= widest && of !== own && other !== id
}

/** Rules in the order in which they take figures: what says more of how they belong together comes first. */
const RULES: readonly GroupRule[] = [
  { find: splits, charts: ['StackedBars'] },
  { find: cuts, charts: ['ReductionPair'] },
  { find: times, charts: ['BeforeAfter', 'Compare', 'Slope'] },
  { find: parts, charts: ['Contribution'] },
  { find: shares, charts: ['ShareDonut'] },
  { find: growths, charts: ['GrowthBars'] },
  { find: peers, charts: ['BarChart', 'Isotype'] },
]

/** The charts of a chapter, and the figures that none of them shows. */
export function groupFigures(scene: Scene): { groups: Group[]; rest: Figure[] } {
  let { free } = scene
  const totals = totalsByPlace(scene.all, scene.material)
  const groups: Group[] = []
  for (const { find, charts } of RULES)
    for (const figures of find({ ...scene, free, totals })) {
      // Another group of the same rule may have taken them.
      if (!figures.some(figure => free.includes(figure))) continue
      const group = chartOf(figures, charts, scene.material)
      if (!group) continue
      const shown = new Set(idsIn(group.advice.props))
      groups.push(group)
      free = free.filter(({ id }) => !shown.has(id))
    }
  return { groups, rest: [...free] }
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Item[][] {
  return [...Map.groupBy(items, key).values()]
}

/** A list in as few lists of nearly one length as none is longer than `most`. */
export function chunks<Item>(items: readonly Item[], most: number): Item[][] {
  const count = Math.ceil(items.length / most)
  return Array.from({ length: count }, (_, index) =>
    items.slice(Math.round((index * items.length) / count), Math.round(((index + 1) * items.length) / count)),
  )
}
