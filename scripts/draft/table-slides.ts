import { fitsRoom, planTable, ROOMS } from '../../components/data-table.ts'
import { adviseTable, type Advice } from '../advise/advise.ts'
import { tagOf } from '../advise/tag.ts'
import type { Figure } from '../../model/figure.ts'
import { cellsOf, hasPeriodColumns, isWhole, mainMeasure, MOST_ROWS, peersOf } from '../../model/table-cells.ts'
import type { Table, TableMeasure, TableRow } from '../../model/table.ts'
import { byValue, inBase, isSameBase } from '../../model/units.ts'
import { MEASURED_KINDS } from '../../model/vocabulary.ts'
import type { Material } from './material.ts'
import { noteOf } from './note.ts'
import { joined } from './said.ts'
import { clauseOf } from './sentence.ts'
import { type MessageSlide, plannedTime } from './slide.ts'
import { datedClause, fromTo, heading, type Title, titleOf } from './titles.ts'

/** What a table's title says, what of its component's props follows from it, and what else its note tells. */
interface Told {
  title: Title
  lead: Figure
  props?: Readonly<Record<string, unknown>>
  more: readonly Figure[]
}

/** The slides of a table: one, or one for each subject of one that is too wide; none of one that nothing takes. */
export function tableSlides(table: Table, material: Material): MessageSlide[] {
  const advice = adviseTable(table, material.deck).fitting[0]
  if (!advice) return []
  const views = advice.component === 'DataTable' ? viewsOf(table) : [table]
  return views.flatMap(view => {
    const isPart = view.measures.length < table.measures.length
    const props = isPart ? { ...advice.props, measures: view.measures.map(({ id }) => id) } : advice.props
    return viewSlide(view, { ...advice, props }, material)
  })
}

function viewSlide(table: Table, advice: Advice, material: Material): MessageSlide[] {
  const told = table.by === 'periods' ? tellSeries(table, advice, material) : tellPeers(table, advice, material)
  if (!told) return []
  const { title, lead, props, more } = told
  const figures = [...new Set([...title.figures, ...more])]
  const note = noteOf(figures, material.find)
  const isTable = advice.component === 'DataTable'
  return [
    {
      head: { layout: isTable ? 'default' : 'chart', chapter: table.chapter.id, time: plannedTime(note.length) },
      title: heading(title.said),
      body: [tagOf({ component: advice.component, props: { ...advice.props, ...props } })],
      note: note.markdown,
      lead,
      figures,
    },
  ]
}

/** What a series has come to, or how far it went. */
function tellSeries(table: Table, { component, props }: Advice, material: Material): Told | undefined {
  const named = [props.measure ?? props.total ?? table.measures.map(({ id }) => id)].flat() as string[]
  const lines = named.map(id => cellsOf(table, id)).filter(({ length }) => length > 0)
  const moved = lines.sort((a, b) => distance(b) - distance(a))[0]
  if (!moved) return undefined
  const [first, last] = [moved[0]!, moved.at(-1)!]
  if (component === 'TotalAndGrowth')
    return { title: titleOf(last, material), lead: last, more: growthsOf(table, String(props.growth)) }
  const isOne = first === last
  const title = isOne ? titleOf(last, material) : { said: fromTo(first, last, material.find), figures: [first, last] }
  const measure = table.measures.find(({ id }) => cellsOf(table, id).includes(last))!
  const several = named.length > 1
  return {
    title,
    lead: last,
    ...(component !== 'DataTable' && several && { props: { highlight: measure.id } }),
    more: lines.flatMap(line => line.at(-1) ?? []),
  }
}

const distance = (line: readonly Figure[]): number => Math.abs(inBase(line.at(-1)!) - inBase(line[0]!))

/** The highest and the lowest growth of a series, which its note tells. */
function growthsOf(table: Table, measure: string): Figure[] {
  const cells = [...cellsOf(table, measure)].sort(byValue)
  return cells.length > 2 ? [cells[0]!, cells.at(-1)!] : []
}

/** Charts that have no row to set apart. */
const WITHOUT_HIGHLIGHT: ReadonlySet<string> = new Set(['Contribution', 'Slope'])

/** What a table of peers says first, and the number of it that the drawing sets apart. */
interface Leading {
  title: Title
  lead: Figure
  highlight: Figure
}

/** Ours among peers; the whole of the table; or the first and the last of them. */
function tellPeers(table: Table, { component, props }: Advice, material: Material): Told | undefined {
  const isTable = component === 'DataTable'
  const about = hasPeriodColumns(table) ? table : ownPeriodFirst(table, material)
  const growth = about.measures.find(isChange)
  const main = (props.measure ?? (isTable ? growth?.id : undefined)) as string | undefined
  const peers = peersOf(table, main)
  const ours = peers.find(each => table.ours !== null && each.evidence.cell?.row === rowHead(table, table.ours))
  const [first, last] = [ours ?? peers[0], peers.at(-1)]
  if (!first || !last) return undefined
  const canSetApart = !WITHOUT_HIGHLIGHT.has(component)
  const whole = !ours && canSetApart ? wholeOf(table, isTable ? subjectMeasure(about) : main) : undefined
  const shown = ours ?? (isTable ? whole : undefined)
  const { title, lead, highlight } = hasPeriodColumns(table)
    ? overColumns(table, material)
    : shown
      ? { title: titleOf(shown, material), lead: shown, highlight: shown }
      : whole
        ? besideWhole(whole, first, material)
        : fromEnds(first, last, material)
  const bars = isTable ? barsOf(about) : undefined
  const long = isTable && table.rows.length > MOST_ROWS
  return {
    title,
    lead,
    props: {
      ...(bars !== undefined && { bars }),
      ...(canSetApart && { highlight: component === 'SmallMultiples' ? rowOf(table, highlight)!.id : highlight.id }),
      ...(long && main !== undefined && { sort: main }),
    },
    more: peers.slice(0, 3),
  }
}

/** A table whose measures of the deck's own period come first: of a month and the months until then, the latter. */
function ownPeriodFirst(table: Table, { deck }: Material): Table {
  const own = deck.periods.find(({ implied }) => implied)
  if (!own) return table
  const rankOf = ({ period }: TableMeasure): number => (period?.begin === own.begin && period.end === own.end ? 0 : 1)
  return { ...table, measures: [...table.measures].sort((a, b) => rankOf(a) - rankOf(b)) }
}

/** What its table does not draw: the whole, and then the largest of its parts. */
function besideWhole(whole: Figure, first: Figure, material: Material): Leading {
  const clauses = [datedClause(whole, material), clauseOf(first, material.find, true)]
  return { title: { said: joined(clauses, '，'), figures: [whole, first] }, lead: whole, highlight: first }
}

function fromEnds(first: Figure, last: Figure, material: Material): Leading {
  const alone = { ...material, deck: { ...material.deck, figures: [] } }
  return { title: titleOf(first, alone, last === first ? [] : [last]), lead: first, highlight: first }
}

/** Where columns are periods: how far what leads the table has gone from the first to the last of them. */
function overColumns(table: Table, material: Material): Leading {
  const row = table.rows.find(({ id }) => id === table.ours) ?? wholeRow(table) ?? table.rows[0]!
  const cells = table.measures.flatMap(({ id }) => cellsOf(table, id, [row]))
  const [first, last] = [cells[0]!, cells.at(-1)!]
  // Of changes each says by itself what it has to say.
  const isCourse = first !== last && last.kind !== 'growth'
  const others = table.rows
    .filter(other => other !== row)
    .flatMap(other => cellsOf(table, table.measures.at(-1)!.id, [other]))
  const title = isCourse
    ? { said: fromTo(first, last, material.find), figures: [first, last] }
    : titleOf(last, material, others)
  return { title, lead: last, highlight: last }
}

const THEREOF = /^其中/
const SUBTOTAL = /小计$/

/** The row which all others add up to, or the one that begins the table, where the next one is a part of it. */
function wholeRow(table: Table): TableRow | undefined {
  const [row, next] = table.rows
  if (row && next && !isWhole(table, row) && THEREOF.test(next.head)) return row
  const wholes = table.rows.filter(each => isWhole(table, each))
  return wholes.find(({ id }) => !SUBTOTAL.test(id)) ?? wholes[0]
}

function wholeOf(table: Table, measure: string | undefined): Figure | undefined {
  const row = wholeRow(table)
  return row && cellsOf(table, measure, [row])[0]
}

const isChange = ({ kind, change }: TableMeasure): boolean => kind === 'growth' || change !== undefined

/** The measure that a table is about: the one of which it says how it changed. */
function subjectMeasure(table: Table): string | undefined {
  const changed = table.measures.find(measure => isChange(measure) && measure.of !== undefined)?.of
  return table.measures.some(({ id }) => id === changed) ? changed! : mainMeasure(table)
}

/** Shortest name, in characters, that columns of one subject share. */
const NAMED = 4

/**
 * A table in as many parts as have columns of one subject each, where all of them have no room; where they have one
 * subject, those that say most.
 */
function viewsOf(table: Table): Table[] {
  const fits = (measures: readonly TableMeasure[]): boolean => {
    const view = { ...table, measures }
    const bars = barsOf(view)
    return fitsRoom(
      planTable({ of: table.id, ...(bars !== undefined && { bars }) }, () => view),
      ROOMS.slide,
    )
  }
  if (hasPeriodColumns(table) || fits(table.measures)) return [table]
  const subjects: TableMeasure[][] = []
  for (const measure of table.measures) {
    const own = subjects.find(([first]) => commonStart(first!.label, measure.label) >= NAMED)
    if (own) own.push(measure)
    else subjects.push([measure])
  }
  if (subjects.length > 1 && subjects.every(({ length }) => length > 1))
    return subjects.map(measures => ({ ...table, measures }))
  const main = subjectMeasure(table)
  const rankOf = ({ id, of }: TableMeasure): number => (id === main ? 0 : of === main ? 1 : 2)
  const chosen: TableMeasure[] = []
  for (const measure of [...table.measures].sort((a, b) => rankOf(a) - rankOf(b)))
    if (fits([...chosen, measure])) chosen.push(measure)
  return [{ ...table, measures: table.measures.filter(measure => chosen.includes(measure)) }]
}

function commonStart(a: string, b: string): number {
  const differs = [...a].findIndex((character, index) => character !== b[index])
  return differs < 0 ? a.length : differs
}

const rowOf = (table: Table, { evidence }: Figure): TableRow | undefined =>
  table.rows.find(({ head }) => head === evidence.cell?.row)
const rowHead = (table: Table, id: string): string | undefined => table.rows.find(row => row.id === id)?.head

/** The column that is drawn with bars: what the table is about, or the first of one unit that has a length. */
function barsOf(table: Table): string | undefined {
  const peers = table.rows.filter(row => !isWhole(table, row))
  const isBarred = (id: string): boolean => {
    const cells = cellsOf(table, id, peers)
    return (
      cells.length > 1 &&
      cells.every(
        ({ kind, value, unit }) => MEASURED_KINDS.includes(kind) && value >= 0 && isSameBase(unit, cells[0]!.unit),
      )
    )
  }
  const main = subjectMeasure(table)
  return [...(main === undefined ? [] : [main]), ...table.measures.map(({ id }) => id)].find(isBarred)
}
