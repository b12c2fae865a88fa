import type { Figure } from '../../model/figure.ts'
import { byValue, inBase, isPoints } from '../../model/units.ts'
import { tagOf } from '../advise/tag.ts'
import { type Group, newWord } from './groups.ts'
import { leadOf, type Material } from './material.ts'
import { noteOf } from './note.ts'
import { type Cells, fitsCells } from './room.ts'
import { figureTag, joined, plainWords } from './said.ts'
import { clauseOf } from './sentence.ts'
import { LONGEST_LINE, LONGEST_TITLE, type MessageSlide, ONE_LINE, plannedTime, within } from './slide.ts'
import { fromTo, heading, type Title, titleOf } from './titles.ts'

/** Columns of the page, of 12, that a chart keeps where numbers stand beside it, and how these stand. */
const MAIN = 8
const BESIDE = { cols: 1, size: 's', width: 12 - MAIN } as const
/** Most numbers beside a chart. */
const MOST_BESIDE = 3

/** What a chart's title says, and what of its props follows from that. */
interface Told {
  title: Title
  props: Readonly<Record<string, unknown>>
}

/** @param kin what else is said of the figures, with which a title may go on */
type Teller = (group: Group, material: Material, kin: readonly Figure[]) => Told

const largest = (figures: readonly Figure[]): Figure[] => [...figures].sort(byValue)
const distance = (a: Figure, b: Figure): number => Math.abs(inBase(a) - inBase(b))
const highlighting = (title: Title): Told => ({ title, props: { highlight: title.figures[0]!.id } })
const find = (figures: readonly Figure[], id: unknown): Figure => figures.find(each => each.id === id)!

/** The largest change, and then the first one, which is mostly the sum, or the one that differs most. */
const ofChanges: Teller = ({ figures }, material) => {
  const [main] = [...figures].sort((a, b) => Math.abs(inBase(b)) - Math.abs(inBase(a)))
  const farthest = [...figures].sort((a, b) => distance(b, main!) - distance(a, main!))[0]!
  const next = figures[0] === main ? farthest : figures[0]!
  return highlighting(titleOf(main!, { ...material, deck: { ...material.deck, figures: [] } }, [next]))
}

const ofBars: Teller = ({ figures }, material) => {
  const [first, ...others] = largest(figures)
  const { title, props } = highlighting(titleOf(first!, material, others))
  return { title, props: { ...props, ids: [first!, ...others].map(({ id }) => id) } }
}

const ofParts: Teller = ({ figures, advice }, { find: lookUp }) => {
  const total = find(figures, advice.props.total)
  const [part] = largest(figures.filter(each => each !== total))
  const clauses = within([clauseOf(part!, lookUp, true), clauseOf(total, lookUp)], LONGEST_TITLE)
  return {
    title: { said: joined([...clauses].reverse(), '，'), figures: clauses.length > 1 ? [total, part!] : [part!] },
    props: { highlight: part!.id },
  }
}

const ofTimes: Teller = ({ figures, advice: { props } }, material) => {
  const [before, after] = [props.before ?? props.from, props.after ?? props.to].map(id => find(figures, id))
  if (props.change !== undefined) {
    return { title: titleOf(after!, material), props: {} }
  }
  return { title: { said: fromTo(before!, after!, material.find), figures: [before!, after!] }, props: {} }
}

const ofLines: Teller = ({ figures, advice }, { find: lookUp }) => {
  const pairs = (advice.props.pairs as [string, string][]).map(pair => pair.map(id => find(figures, id)))
  const [most] = pairs.sort(([a, b], [c, d]) => distance(c!, d!) - distance(a!, b!))
  const [before, after] = most as [Figure, Figure]
  return {
    title: { said: fromTo(before, after, lookUp), figures: [before, after] },
    props: { highlight: after.id },
  }
}

const ofSplit: Teller = ({ figures, advice }, { find: lookUp }) => {
  const pairs = advice.props.pairs as { total: string; part: string }[]
  const totals = largest(pairs.map(({ total }) => find(figures, total)))
  const total = totals[0]!
  const part = find(figures, pairs.find(pair => pair.total === total.id)!.part)
  const word = newWord(part, total)
  const said =
    word === '' ? clauseOf(part, lookUp, true) : joined([plainWords(word), figureTag(part, { highlight: true })])
  return {
    title: { said: joined([clauseOf(total, lookUp), said], '，'), figures: [total, part] },
    // What is new was not there before; any other part is only one beside the rest.
    props: /[新增]/.test(word) ? { partWord: word } : { partWord: word || '其中', restWord: '其余', totalWord: '共' },
  }
}

const ofCut: Teller = ({ figures: [cut] }, material, kin) => ({ title: titleOf(cut!, material, kin), props: {} })

const TELLERS: Readonly<Record<string, Teller>> = {
  GrowthBars: ofChanges,
  BarChart: ofBars,
  Isotype: ofBars,
  Contribution: ofParts,
  BeforeAfter: ofTimes,
  Compare: ofTimes,
  Slope: ofLines,
  StackedBars: ofSplit,
  ReductionPair: ofCut,
  ShareDonut: ofBars,
}

/** Charts that need the whole width for more than a few marks. */
const WIDE: ReadonlySet<string> = new Set(['Contribution', 'Slope'])
const FEW = 3
const MANY = 6

/** Whether numbers may stand beside a chart. */
export function hasRoomBeside({ advice: { component }, figures }: Group, beside: readonly Figure[]): boolean {
  const narrow = figures.length <= (WIDE.has(component) ? FEW : MANY)
  return narrow && beside.length <= MOST_BESIDE && fitsCells(beside, BESIDE)
}

/** The slide of a chart. @param kin what else is said of its figures, the rest of which may stand beside it */
export function chartSlide(group: Group, kin: readonly Figure[], material: Material): MessageSlide {
  const { advice } = group
  const { title, props } = TELLERS[advice.component]!(group, material, kin)
  const beside = kin.filter(each => !title.figures.includes(each))
  const { line, said: told } = lineOf(beside, title, material, hasRoomBeside(group, beside) ? MOST_BESIDE : 0)
  const side = beside.filter(each => !told.includes(each))
  const tag = tagOf({ component: advice.component, props: { ...advice.props, ...props } })
  const figures = [...new Set([...title.figures, ...group.figures, ...kin])]
  const note = noteOf(figures, material.find)
  const isCompare = advice.component === 'Compare'
  return {
    head: {
      layout: isCompare ? 'numbers' : 'chart',
      main: side.length > 0 ? MAIN : undefined,
      chapter: group.figures[0]!.chapter.id,
      time: plannedTime(note.length),
    },
    title: heading(title.said),
    ...(line !== undefined && { line }),
    body: [tag],
    ...(side.length > 0 && { side: [gridTag(side, BESIDE)] }),
    note: note.markdown,
    lead: leadOf(title.figures, material),
    figures,
  }
}

/** A sentence under a title of one line: what does not fit beside the chart, or is too small to stand there. */
export function lineOf(
  figures: readonly Figure[],
  { said: { length } }: Title,
  { find: lookUp }: Material,
  room: number,
): { line?: string; said: readonly Figure[] } {
  if (length > ONE_LINE) return { said: [] }
  const small = figures.filter(({ unit, kind }) => isPoints(unit) || kind === 'rank')
  const first = small.length > 0 ? small : figures.length > room ? figures.slice(room - figures.length) : []
  if (first.length === 0) return { said: [] }
  const clauses = within(
    first.map(figure => clauseOf(figure, lookUp)),
    LONGEST_LINE,
  )
  return { line: `${joined(clauses, '，').markdown}。`, said: first.slice(0, clauses.length) }
}

/** `<FigureGrid :ids="['a', 'b']" />` */
export function gridTag(
  figures: readonly Figure[],
  { cols, size, highlight }: Partial<Cells> & { highlight?: string } = {},
): string {
  const props = { cols, ...(size !== 'm' && { size }), highlight, ids: figures.map(({ id }) => id) }
  const given = Object.entries(props).filter(([, value]) => value !== undefined)
  return tagOf({ component: 'FigureGrid', props: Object.fromEntries(given) })
}
