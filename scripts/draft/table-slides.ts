import { adviseTable, type Advice } from '../advise/advise.ts'
import { tagOf } from '../advise/tag.ts'
import type { Figure } from '../../model/figure.ts'
import { cellsOf, isWhole, MOST_ROWS, peersOf } from '../../model/table-cells.ts'
import type { Table } from '../../model/table.ts'
import { byValue, inBase, isSameBase } from '../../model/units.ts'
import { MEASURED_KINDS } from '../../model/vocabulary.ts'
import type { Material } from './material.ts'
import { noteOf } from './note.ts'
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

/** Ours among peers, or the first and the last of them. */
function tellPeers(table: Table, { component, props }: Advice, material: Material): Told | undefined {
  const isTable = component === 'DataTable'
  const growth = table.measures.find(({ kind, change }) => kind === 'growth' || change !== undefined)
  const main = (props.measure ?? (isTable ? growth?.id : undefined)) as string | undefined
  const peers = peersOf(table, main)
  const ours =
    table.ours === null ? undefined : peers.find(each => each.evidence.cell?.row === rowHead(table, table.ours!))
  const [first, last] = [ours ?? peers[0], peers.at(-1)]
  if (!first || !last) return undefined
  const opposite = ours ? [] : last.value < 0 || last !== first ? [last] : []
  const title = titleOf(
    first,
    { ...material, deck: ours ? material.deck : { ...material.deck, figures: [] } },
    opposite,
  )
  const bars = isTable ? barsOf(table) : undefined
  const long = isTable && table.rows.length > MOST_ROWS
  return {
    title,
    lead: first,
    props: {
      ...(bars !== undefined && { bars }),
      ...(component === 'Contribution' ? {} : component === 'Slope' ? {} : { highlight: first.id }),
      ...(long && main !== undefined && { sort: main }),
    },
    more: peers.slice(0, 3),
  }
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
