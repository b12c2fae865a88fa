import { adviseTable, type Advice } from '../advise/advise.ts'
import { tagOf } from '../advise/tag.ts'
import type { Figure } from '../../model/figure.ts'
import { cellsOf, isWhole, mainMeasure, MOST_ROWS, peersOf } from '../../model/table-cells.ts'
import type { Table } from '../../model/table.ts'
import { byValue, inBase, isSameBase } from '../../model/units.ts'
import { MEASURED_KINDS } from '../../model/vocabulary.ts'
import type { Material } from './material.ts'
import { noteOf } from './note.ts'
import { joined } from './said.ts'
import { clauseOf } from './sentence.ts'
import { type MessageSlide, plannedTime } from './slide.ts'
import { fromTo, heading, type Title, titleOf } from './titles.ts'

/** What a table's title says, what of its component's props follows from it, and what else its note tells. */
interface Told {
  title: Title
  lead: Figure
  props?: Readonly<Record<string, unknown>>
  more: readonly Figure[]
}

/** The slide of a table; none of one that nothing takes. */
export function tableSlide(table: Table, material: Material): MessageSlide[] {
  const advice = adviseTable(table, material.deck).fitting[0]
  const told =
    advice && (table.by === 'periods' ? tellSeries(table, advice, material) : tellPeers(table, advice, material))
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

/** Ours among peers; the whole that begins the table; or the first and the last of them. */
function tellPeers(table: Table, { component, props }: Advice, material: Material): Told | undefined {
  const isTable = component === 'DataTable'
  const growth = table.measures.find(({ kind, change }) => kind === 'growth' || change !== undefined)
  const main = (props.measure ?? (isTable ? growth?.id : undefined)) as string | undefined
  const peers = peersOf(table, main)
  const ours = peers.find(each => table.ours !== null && each.evidence.cell?.row === rowHead(table, table.ours))
  const [first, last] = [ours ?? peers[0], peers.at(-1)]
  if (!first || !last) return undefined
  const canSetApart = !WITHOUT_HIGHLIGHT.has(component)
  const whole = !ours && canSetApart ? wholeOf(table, isTable ? mainMeasure(table) : main) : undefined
  const shown = ours ?? (isTable ? whole : undefined)
  const { title, lead, highlight } = shown
    ? { title: titleOf(shown, material), lead: shown, highlight: shown }
    : whole
      ? besideWhole(whole, first, material)
      : fromEnds(first, last, material)
  const bars = isTable ? barsOf(table) : undefined
  const long = isTable && table.rows.length > MOST_ROWS
  return {
    title,
    lead,
    props: {
      ...(bars !== undefined && { bars }),
      ...(canSetApart && { highlight: highlight.id }),
      ...(long && main !== undefined && { sort: main }),
    },
    more: peers.slice(0, 3),
  }
}

/** What its table does not draw: the whole, and then the largest of its parts. */
function besideWhole(whole: Figure, first: Figure, { find }: Material): Leading {
  const clauses = [clauseOf(whole, find), clauseOf(first, find, true)]
  return { title: { said: joined(clauses, '，'), figures: [whole, first] }, lead: whole, highlight: first }
}

function fromEnds(first: Figure, last: Figure, material: Material): Leading {
  const alone = { ...material, deck: { ...material.deck, figures: [] } }
  return { title: titleOf(first, alone, last === first ? [] : [last]), lead: first, highlight: first }
}

const THEREOF = /^其中/

/** The number of the row that begins a table, where others add up to it, or the next one is a part of it. */
function wholeOf(table: Table, measure: string | undefined): Figure | undefined {
  const [row, next] = table.rows
  const isOne = row && (isWhole(table, row) || (next !== undefined && THEREOF.test(next.head)))
  return isOne ? cellsOf(table, measure, [row])[0] : undefined
}

const rowHead = (table: Table, id: string): string | undefined => table.rows.find(row => row.id === id)?.head

/** The column that is drawn with bars: the first of one unit that has a length. */
function barsOf(table: Table): string | undefined {
  return table.measures.find(({ id }) => {
    const cells = cellsOf(
      table,
      id,
      table.rows.filter(row => !isWhole(table, row)),
    )
    return (
      cells.length > 1 &&
      cells.every(
        ({ kind, value, unit }) => MEASURED_KINDS.includes(kind) && value >= 0 && isSameBase(unit, cells[0]!.unit),
      )
    )
  })?.id
}
