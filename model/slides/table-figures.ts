import JSON5 from 'json5'
import type { Figure } from '../figure.ts'
import type { Table } from '../table.ts'
import type { Target } from '../target.ts'
import { figuresOfTarget } from '../target-figures.ts'
import { cellsOf, MOST_ROWS, peersOf, rowsInOrder, type TableView } from '../table-cells.ts'
import { type ContributionRows, contributionFigures } from '../contribution-rows.ts'
import { type SlopeEnds, slopeRows } from '../slope-rows.ts'
import { measureProps } from '../figure-props.ts'
import { componentName, decodeEntities, idsOfTag, propOf, type FigureProps, type StatedId } from './ids.ts'
import { scanTags, type Attribute, type Tag } from './scan.ts'

/** What of a table a component is asked to show. */
interface TableProps extends TableView, Partial<Record<(typeof measureProps)[number], string | string[]>> {
  top?: number
  rows?: string[]
}

/** What an attribute says; undefined for what only the browser can compute. */
function literalOf({ name, value = '' }: Attribute): unknown {
  const text = decodeEntities(value)
  if (!propOf(name).bound) return text
  try {
    return JSON5.parse(text)
  } catch {
    return undefined
  }
}

/** The props that a tag writes down, as far as they are literals. */
function literalProps({ attributes }: Pick<Tag, 'attributes'>): Record<string, unknown> {
  return Object.fromEntries(attributes.map(attribute => [propOf(attribute.name).prop, literalOf(attribute)]))
}

/** The figures of a table that a tag shows: all of it, or what it picks. */
function tableFigures(tag: Tag, table: Table): Figure[] {
  const props = literalProps(tag) as TableProps
  switch (componentName(tag.name)) {
    case 'DistrictMap':
    case 'RankBars':
    case 'ShareDonut':
      return peersOf(table, props.measure as string | undefined, props.top)
    case 'Contribution': {
      const { parts, total } = contributionFigures(table, props as ContributionRows)
      return total ? [...parts, total] : parts
    }
    case 'Slope':
      return slopeRows(table, props as SlopeEnds)
        .flatMap(({ ends }) => (ends.every(end => end !== null) ? ends : []))
        .filter(end => end !== null)
    case 'DataTable': {
      const measures = props.measures ?? table.measures.map(({ id }) => id)
      const rows = rowsInOrder(table, props)
      return rows.flatMap(row => measures.flatMap(measure => cellsOf(table, measure, [row])))
    }
    default: {
      const named = props.rows
      const picked = measureProps.flatMap(prop => props[prop] ?? [])
      const measures = table.measures.map(({ id }) => id).filter(id => picked.length === 0 || picked.includes(id))
      const rows = table.rows.filter(({ id }) => !named || named.includes(id))
      return rows.flatMap(row => measures.flatMap(measure => cellsOf(table, measure, [row])))
    }
  }
}

/** What of a deck tells the figures of a tag. */
export interface TagData {
  figureProps: FigureProps
  findTable: (id: string) => Table | undefined
  /** Default: there is none. */
  findTarget?: (id: string) => Target | undefined
}

/** The figures that a tag names, and those that it shows of the tables and targets that it takes. */
export function figuresOfTag(tag: Tag, { figureProps, findTable, findTarget }: TagData): Omit<StatedId, 'sort'>[] {
  return idsOfTag(tag, figureProps).flatMap(({ sort, id, at }) => {
    if (sort === 'figure') return [{ id, at }]
    const target = sort === 'target' ? findTarget?.(id) : undefined
    if (target)
      return figuresOfTarget(target, componentName(tag.name) === 'Bullet').map(figure => ({ id: figure.id, at }))
    const table = sort === 'table' ? findTable(id) : undefined
    return table ? tableFigures(tag, table).map(cell => ({ id: cell.id, at })) : []
  })
}

/** The tables of data in a text that say nothing of parts, and over how many slides each is to be spread. */
export function openTables(
  text: string,
  { findTable }: Pick<TagData, 'findTable'>,
): { nameEnd: number; pages: number }[] {
  return scanTags(text).flatMap(tag => {
    const props = literalProps(tag)
    const rows = findTable(String(props.of))?.rows.length ?? 0
    return tag.type === 'close' || componentName(tag.name) !== 'DataTable' || 'part' in props || 'parts' in props
      ? []
      : [{ nameEnd: tag.start + 1 + tag.name.length, pages: Math.max(1, Math.ceil(rows / MOST_ROWS)) }]
  })
}
