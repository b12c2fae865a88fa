import { SHORT_EM, wrapTo } from '../../components/charts/text-width.ts'
import type { Figure } from '../../model/figure.ts'
import { byValue, inBase, isPoints } from '../../model/units.ts'
import { tagOf } from '../advise/tag.ts'
import { areKin } from './families.ts'
import { type Group, newWord } from './groups.ts'
import { leadOf, type Material } from './material.ts'
import { noteOf } from './note.ts'
import { type Cells, fitsCells } from './room.ts'
import { figureTag, joined, plainWords } from './said.ts'
import { clauseOf } from './sentence.ts'
import { LONGEST_LINE, LONGEST_TITLE, type MessageSlide, ONE_LINE, plannedTime, within } from './slide.ts'
import { datedClause, fromTo, heading, type Title, titleOf } from './titles.ts'

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

/** The one that leads, which is mostly the sum, and the one that differs most from it. */
const ofChanges: Teller = ({ figures }, material) => {
  const lead = leadOf(figures, material)
  const [farthest] = [...figures].sort((a, b) => distance(b, lead) - distance(a, lead))
  return highlighting(titleOf(lead, { ...material, deck: { ...material.deck, figures: [] } }, [farthest!]))
}

const ofBars: Teller = ({ figures, advice }, material) => {
  const bars = largest(figures)
  const { title, props } = highlighting(titleOf(leadOf(figures, material), material, bars))
  // A ring names its parts, all others what they show.
  const named = advice.props.parts === undefined ? 'ids' : 'parts'
  return { title, props: { ...props, [named]: bars.map(({ id }) => id) } }
}

const ofParts: Teller = ({ figures, advice }, material) => {
  const total = find(figures, advice.props.total)
  const [part] = largest(figures.filter(each => each !== total))
  const said = joined([datedClause(total, material), clauseOf(part!, material.find, true)], '，')
  if (said.length > LONGEST_TITLE) return highlighting(titleOf(total, material))
  return { title: { said, figures: [total, part!] }, props: { highlight: part!.id } }
}

const ofTimes: Teller = ({ figures, advice: { props } }, material) => {
  const [before, after] = [props.before ?? props.from, props.after ?? props.to].map(id => find(figures, id))
  if (props.change !== undefined) {
    return { title: titleOf(after!, material), props: {} }
  }
  return { title: { said: fromTo(before!, after!, material.find), figures: [before!, after!] }, props: {} }
}

const ofLines: Teller = ({ figures, advice }, material) => {
  const pairs = (advice.props.pairs as [string, string][]).map(pair => pair.map(id => find(figures, id)))
  const after = leadOf(
    pairs.map(([, later]) => later!),
    material,
  )
  const [before] = pairs.find(([, later]) => later === after)!
  return {
    title: { said: fromTo(before!, after, material.find), figures: [before!, after] },
    props: { highlight: after.id },
  }
}

const ofSplit: Teller = ({ figures, advice }, material) => {
  const pairs = [...(advice.props.pairs as { total: string; part: string }[])]
  const totalOf = (pair: { total: string }): Figure => find(figures, pair.total)
  pairs.sort((a, b) => totalOf(b).value - totalOf(a).value)
  const total = totalOf(pairs[0]!)
  const part = find(figures, pairs.find(pair => pair.total === total.id)!.part)
  const word = newWord(part, total)
  const said =
    word === '' ? clauseOf(part, material.find, true) : joined([plainWords(word), figureTag(part, { highlight: true })])
  return {
    title: { said: joined([datedClause(total, material), said], '，'), figures: [total, part] },
    // What is new was not there before; any other part is only one beside the rest.
    props: {
      pairs,
      ...(/[新增]/.test(word) ? { partWord: word } : { partWord: word || '其中', restWord: '其余', totalWord: '共' }),
    },
  }
}

const ofCut: Teller = ({ figures: [cut] }, material, kin) => {
  const next = kin.filter(each => areKin(each, cut!, material.find))
  return { title: titleOf(cut!, material, next), props: {} }
}

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
/** Most lines of a name in a chart that is narrow. */
const MOST_LINES = 2

/** Whether numbers may stand beside a chart. */
export function hasRoomBeside({ advice: { component }, figures }: Group, beside: readonly Figure[]): boolean {
  const narrow = figures.length <= (WIDE.has(component) ? FEW : MANY)
  const named = figures.every(({ short }) => wrapTo(short, SHORT_EM).length <= MOST_LINES)
  return narrow && named && beside.length <= MOST_BESIDE && fitsCells(beside, BESIDE)
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
  return {
    head: {
      layout: isCompared(group) ? 'numbers' : 'chart',
      main: side.length > 0 && !isCompared(group) ? MAIN : undefined,
      chapter: group.figures[0]!.chapter.id,
      time: plannedTime(note.length),
    },
    title: heading(title.said),
    ...(line !== undefined && { line }),
    ...bodyOf(group, tag, side),
    note: note.markdown,
    lead: leadOf(title.figures, material),
    figures,
  }
}

/** Whether two numbers in large type are compared, which take the whole width. */
const isCompared = ({ advice: { component } }: Group): boolean => component === 'Compare'

/** A chart with what stands beside it; numbers that are compared with what stands below them. */
function bodyOf(group: Group, tag: string, side: readonly Figure[]): Pick<MessageSlide, 'body' | 'side'> {
  if (side.length === 0) return { body: [tag] }
  if (!isCompared(group)) return { body: [tag], side: [gridTag(side, BESIDE)] }
  return { body: ['<div class="hb-stack">', tag, gridTag(side, { cols: side.length, size: 's' }), '</div>'] }
}

/** A sentence under a title of one line: what does not fit beside the chart, or is too small to stand there. */
export function lineOf(
  figures: readonly Figure[],
  { said: { length }, figures: [lead] }: Title,
  { find: lookUp }: Material,
  room: number,
): { line?: string; said: readonly Figure[] } {
  if (length > ONE_LINE) return { said: [] }
  const small = figures.filter(({ unit, kind }) => isPoints(unit) || kind === 'rank')
  const ofLead = small.filter(figure => areKin(figure, lead!, lookUp))
  // What is told in one breath is not torn apart, where it has room elsewhere.
  const choices = [small, ofLead, figures.length > room ? figures.slice(room - figures.length) : []]
  const lines = choices.map(chosen => ({
    chosen,
    clauses: within(
      chosen.map(figure => clauseOf(figure, lookUp)),
      LONGEST_LINE,
    ),
  }))
  const line =
    lines.find(({ chosen, clauses }) => chosen.length > 0 && clauses.length === chosen.length) ??
    (figures.length > room ? lines.find(({ chosen }) => chosen.length > 0) : undefined)
  if (!line) return { said: [] }
  const { chosen, clauses } = line
  return { line: `${joined(clauses, '，').markdown}。`, said: chosen.slice(0, clauses.length) }
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
